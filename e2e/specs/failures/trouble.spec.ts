import { openConversation, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { SEND, UPSERT, writesOf } from '../../screens/requests';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { expect, test } from '../../support/browser/fixtures';
import { anyOf, begins, inOrder, like, text } from '../../screens/texts';

const HTML: FaultEffect = { status: 200, body: { kind: 'html', text: '<h1>Log in</h1>' } };
const LIMIT: FaultEffect = { status: 429, headers: { 'retry-after': '30' }, body: { kind: 'empty' } };
const INVALID: FaultEffect = {
  status: 422,
  body: {
    kind: 'json',
    value: {
      error: { reason: 'validation_error', message: 'No.', data: { headline: ['The headline is too bold.'] } },
      message: 'Validation failed',
      code: 422,
    },
  },
};

const adds: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['a refusal (422)', INVALID, /The headline is too bold/u],
  ['the limit (429)', LIMIT, like('error.rateLimited.title')],
  ['HTML instead of JSON', HTML, like('error.unreadableAnswer.title')],
];

for (const [what, effect, words] of adds) {
  test(`an add answered with ${what} shows it and keeps everything`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
    await popup.see(like('popup.contactStatus.absent'));
    await chooseList(popup, 'Nordic procurement');
    control.fault({ path: '/leads/api/leads/upsert', effect });
    await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
    await popup.see(words);
    expect(control.contact('mira-okonkwo')).toBeNull();
    await popup.see(/Mira Okonkwo/u);
    control.clearFaults();
  });
}

const sends: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['a refusal (422)', INVALID, /The headline is too bold/u],
  ['the limit (429)', LIMIT, like('error.rateLimited.title')],
];

for (const [what, effect, words] of sends) {
  test(`a message answered with ${what} shows it and keeps the text`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
    await panel.see(/introduce you/u);
    await write(panel, 'Keep me');
    control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect });
    await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
    await panel.see(words);
    expect(await panel.evaluate('document.querySelector("textarea").value')).toBe('Keep me');
    expect(writesOf(control)).toEqual([SEND]);
  });
}

test('a message answered with HTML is unconfirmed, can be checked again, and is never sent twice', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, 'Only once');
  control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect: HTML });
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.unconfirmed.title'));
  await panel.click('button', begins('panel.unconfirmed.check'));
  await panel.see(like('panel.unconfirmed.checked'));
  expect(writesOf(control)).toEqual([SEND]);
});

test('shows when it is offline, sends nothing, and completes the add automatically once online', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await world.context.setOffline(true);
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(inOrder(like('popup.result.waitingReach', { person: 'Mira Okonkwo' }), text('error.offline.title')));
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('without a key, the popup leads to the options page and sends nothing', async ({ world }) => {
  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(like('popup.connect.title'));
  await popup.has('button', begins('common.connect'));
  expect(world.sites.getsales.control.requests()).toEqual([]);
});

test('the popup shows that the key was revoked', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  control.revokeKey();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(anyOf(text('popup.checkKey.title'), text('error.keyRejected.title')));
  await popup.has('button', begins('common.checkKey'));
});

test('options: refuses a malformed key without a request, and keeps a wrong key in its field', async ({ world }) => {
  const options = await world.options();
  await options.getByLabel(text('options.connect.key')).fill('not a key');
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  await expect(options.getByText(like('error.keyMalformed.title'))).toBeVisible();
  expect(world.sites.getsales.control.requests()).toEqual([]);
  const wrong = `${world.sites.getsales.key.slice(0, -4)}AAAA`;
  await options.getByLabel(text('options.connect.key')).fill(wrong);
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  await expect(options.getByText(like('error.keyRejected.title'))).toBeVisible();
  await expect(options.getByLabel(text('options.connect.key'))).toHaveValue(wrong);
});
