import type { Page } from '@playwright/test';
import type { AddEntry, SendEntry } from '../../../lib/domain/outbox/outbox-entry';
import { AccountId } from '../../../lib/domain/account';
import { ContactId, EntryId, SenderId } from '../../../lib/domain/ids';
import { askToSignOut, signOut } from '../../screens/options';
import { openConversation, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { jonas, mira } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import { addInput, askWorker, plantRecords } from '../../support/browser/stored';
import { newEntryId } from '../../support/worker-people';
import { anyOf, begins, text } from '../../screens/texts';

const MESSAGES = '/flows/api/linkedin-messages';

/** The id of the connected account. */
async function connectedAccount(options: Page): Promise<AccountId> {
  const session = JSON.stringify(await askWorker(options, 'session.get', {}));
  return AccountId.parse(/"id":"([^"]+)"/u.exec(session)?.[1]);
}

test('the sign-out dialog counts everything that would be lost, however much it is', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.fault({ path: '/leads/api/leads/upsert', effect: { status: 503 } });
  const options = await world.connect();
  const account = await connectedAccount(options);
  const input = addInput(world, mira, 'Nordic procurement');
  const base = { account, settledAt: null } as const;
  const createdAt = (index: number): string => new Date(Date.now() - index * 1_000).toISOString();
  const error = { code: 'unreachable', why: 'network' } as const;
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const adds = Array.from({ length: 500 }, (_, index): AddEntry => {
    const { entryId: _id, ...what } = addInput(world, { ...mira, slug: `person-${index}` }, 'Nordic procurement');
    const state = { name: 'waiting', error, tries: 1, retryAt: inAnHour, mayHaveArrived: true } as const;
    return { ...what, ...base, kind: 'add', id: newEntryId(), createdAt: createdAt(index), state };
  });
  const message = (state: SendEntry['state'], text: string, index: number): SendEntry => ({
    ...base,
    kind: 'send',
    id: EntryId.parse(crypto.randomUUID()),
    createdAt: createdAt(index),
    personName: jonas.name,
    contactId: ContactId.parse(crypto.randomUUID()),
    senderId: SenderId.parse(crypto.randomUUID()),
    text,
    overrides: null,
    dispatchedAt: null,
    baseline: [],
    skewMs: null,
    state,
  });
  await plantRecords(options, [
    ...adds,
    message({ name: 'queued', sendAt: inAnHour, blockedBy: error }, 'Queued', 1),
    message({ name: 'unknown', error, checks: 0 }, 'Unconfirmed', 2),
  ]);
  expect(input.listName).toBe('Nordic procurement');

  const dialog = await askToSignOut(world);
  await expect(dialog.getByRole('listitem')).toHaveText([
    text('options.pending.adds', { count: 500 }),
    text('options.pending.messages', { count: 1 }),
    text('options.pending.unconfirmed', { count: 1 }),
  ]);
  await dialog.getByRole('button', { name: text('common.cancel') }).click();
  await expect(dialog).toBeHidden();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
});

const answers: readonly (readonly [string, FaultEffect, string])[] = [
  ['is answered while signing out waits for it', { latencyMs: 3_000 }, text('options.inFlight.done')],
  ['gets no answer', { connection: 'hang' }, text('options.inFlight.unknown')],
];

for (const [what, effect, outcome] of answers) {
  test(`reports a message in flight that ${what}, and sends nothing afterwards`, async ({ world }) => {
    const { control } = world.sites.getsales;
    const options = await world.connect();
    await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
    const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
    await panel.see(/introduce you/u);
    await write(panel, 'On the wire');
    control.fault({ method: 'POST', path: MESSAGES, effect });
    await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
    await expect.poll(() => writesOf(control)).toEqual([SEND]);
    await signOut(world);
    await expect(options.getByRole('status').filter({ hasText: text('options.signOut.done') })).toContainText(
      `${text('options.inFlight.message', { name: 'Jonas Berg' })} ${outcome}`,
    );
    const before = control.requests().length;
    control.clearFaults();
    await world.killWorker();
    await options.reload();
    await expect(options.getByLabel(text('options.connect.key'))).toBeVisible();
    await askWorker(options, 'connection.back', {});
    await panel.see(anyOf(text('panel.connect.title'), text('panel.noProfile.title')));
    expect(control.requests()).toHaveLength(before);
  });
}
