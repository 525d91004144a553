import { openConversation, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { uuidOf } from '../../sandbox/testing/seeded';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';

const MESSAGES = '/flows/api/linkedin-messages';
const TEXT = 'Once and never again';
const UNCONFIRMED = /could not confirm this was sent/u;
const FOUND = /GetSales has your message to Jonas Berg/u;

/** Presses Send on a message to Jonas, after other requests have opened connections. */
async function send(world: World, effect?: FaultEffect): Promise<ExtensionPage> {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  if (effect !== undefined) control.fault({ method: 'POST', path: MESSAGES, effect });
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  return panel;
}

const breaks: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['its connection is reset after it was done', { connection: 'reset-after' }, FOUND],
  ['its connection is reset before it was done', { connection: 'reset-before' }, UNCONFIRMED],
  ['its connection is reset before it was read', { connection: 'reset-unread' }, UNCONFIRMED],
  ['its stream alone is reset after it was done', { connection: 'stream-after' }, FOUND],
  ['it was done and the server says that it waited too long for it', { status: 408, performed: true }, FOUND],
  ['its answer breaks off', { body: { kind: 'cut' } }, FOUND],
];

for (const [protocol, version] of [
  ['h2', '2.0'],
  ['http/1.1', '1.1'],
] as const) {
  test.describe(`over HTTP/${version} a message is sent once`, () => {
    test.use({ protocol });

    for (const [what, effect, outcome] of breaks) {
      test(`when ${what}`, async ({ world }) => {
        const { control } = world.sites.getsales;
        const panel = await send(world, effect);
        await panel.see(outcome);
        expect(writesOf(control)).toEqual([SEND]);
        expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.http).toBe(version);
      });
    }
  });
}

test('sends the second of two consecutive messages once, too', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(FOUND);
  await write(panel, 'And another one');
  control.fault({ method: 'POST', path: MESSAGES, effect: { connection: 'reset-after' } });
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/And another one[\s\S]*GetSales has your message to Jonas Berg/u);
  expect(writesOf(control)).toEqual([SEND, SEND]);
});

test('closes the single-use connection’s page after a message, even when the worker was killed', async ({ world }) => {
  const { control } = world.sites.getsales;
  const connectionPages = async (): Promise<number> => {
    const { targetInfos } = await world.cdp.send('Target.getTargets');
    return targetInfos.filter(({ url }) => url.includes('/single-use.html')).length;
  };
  const panel = await send(world, { latencyMs: 3_000 });
  await expect.poll(() => writesOf(control), { timeout: 15_000 }).toEqual([SEND]);
  expect(await connectionPages()).toBeGreaterThan(0);
  await world.killWorker();
  // The next worker looks the message up without a user's action.
  await panel.see(FOUND);
  await expect.poll(connectionPages).toBe(0);
  expect(writesOf(control)).toEqual([SEND]);
});

test('retries an undelivered message only once, although the connection breaks', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  control.setMessageTiming({ inProgressMs: 0, doneMs: 0 });
  const panel = await send(world);
  await panel.see(FOUND);
  const uuid = String(control.messages(uuidOf(control.contact('jonas-berg-x3')?.['lead'])).at(-1)?.['uuid']);
  control.failNextMessages(null);
  control.clearRequests();
  control.fault({ method: 'PUT', path: `${MESSAGES}/*/retry`, effect: { connection: 'reset-after' } });
  const options = await world.options();
  const answer = await options.evaluate(`(async () => {
    const session = await chrome.runtime.sendMessage({ name: 'session.get', input: {}, account: null });
    const input = { messageId: ${JSON.stringify(uuid)} };
    return chrome.runtime.sendMessage({ name: 'message.retry', input, account: session.value.account.id });
  })()`);
  expect(answer).toMatchObject({ ok: true, value: { id: uuid, state: 'sent' } });
  expect(writesOf(control)).toEqual([`PUT ${MESSAGES}/${uuid}/retry`]);
});
