import { openConversation, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { SEND, UPSERT, writesOf } from '../../screens/requests';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { expect, test } from '../../support/browser/fixtures';

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
  ['the limit (429)', LIMIT, /slow down/u],
  ['HTML instead of JSON', HTML, /cannot read/u],
];

for (const [what, effect, words] of adds) {
  test(`an add answered with ${what} shows it and keeps everything`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
    await popup.see(/Not in GetSales/u);
    await chooseList(popup, 'Nordic procurement');
    control.fault({ path: '/leads/api/leads/upsert', effect });
    await popup.click('button', /^Add to Nordic procurement/u);
    await popup.see(words);
    expect(control.contact('mira-okonkwo')).toBeNull();
    await popup.see(/Mira Okonkwo/u);
    control.clearFaults();
  });
}

const sends: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['a refusal (422)', INVALID, /The headline is too bold/u],
  ['the limit (429)', LIMIT, /slow down/u],
];

for (const [what, effect, words] of sends) {
  test(`a message answered with ${what} shows it and keeps the text`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
    await panel.see(/introduce you/u);
    await write(panel, 'Keep me');
    control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect });
    await panel.click('button', /^Send to Jonas Berg as Mara/u);
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
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/could not confirm this was sent/u);
  await panel.click('button', /^Check again/u);
  await panel.see(/does not list it/u);
  expect(writesOf(control)).toEqual([SEND]);
});

test('shows when it is offline, sends nothing, and completes the add automatically once online', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  await world.context.setOffline(true);
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/Saved\. GetSales gets Mira Okonkwo[\s\S]*You are offline/u);
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  await popup.see(/Added to Nordic procurement/u);
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('without a key, the popup leads to the options page and sends nothing', async ({ world }) => {
  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(/Connect GetSales first/u);
  await popup.has('button', /^Connect GetSales/u);
  expect(world.sites.getsales.control.requests()).toEqual([]);
});

test('the popup shows that the key was revoked', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  control.revokeKey();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(/no longer accepts the key|did not accept the key/u);
  await popup.has('button', /^Check key/u);
});

test('options: refuses a malformed key without a request, and keeps a wrong key in its field', async ({ world }) => {
  const options = await world.options();
  await options.getByLabel('API key').fill('not a key');
  await options.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(options.getByText(/not a GetSales API key/u)).toBeVisible();
  expect(world.sites.getsales.control.requests()).toEqual([]);
  const wrong = `${world.sites.getsales.key.slice(0, -4)}AAAA`;
  await options.getByLabel('API key').fill(wrong);
  await options.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(options.getByText(/did not accept the key/u)).toBeVisible();
  await expect(options.getByLabel('API key')).toHaveValue(wrong);
});
