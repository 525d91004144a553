import { openConversation, write } from '../screens/panel';
import { SEND, writesOf } from '../screens/requests';
import type { FaultEffect } from '../sandbox/faults/rule';
import { uuidOf } from '../sandbox/testing/seeded';
import { expect, test } from '../support/fixtures';
import type { Surface } from '../support/surface';
import type { World } from '../support/world';

const MESSAGES = '/flows/api/linkedin-messages';
const TEXT = 'Once and never again';

/** Writes to Jonas over a connection that has carried requests before, and presses Send. */
async function send(world: World, effect?: FaultEffect): Promise<Surface> {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  if (effect !== undefined) control.fault({ method: 'POST', path: MESSAGES, effect });
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  return panel;
}

const UNCONFIRMED = /could not confirm this was sent/u;
const FOUND = /GetSales has your message to Jonas Berg/u;

const breaks: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['its connection is reset after it was done', { connection: 'reset-after' }, FOUND],
  ['its connection is reset before it was done', { connection: 'reset-before' }, UNCONFIRMED],
  ['its connection is reset before it was read', { connection: 'reset-unread' }, UNCONFIRMED],
  ['its stream is reset after it was done', { connection: 'stream-after' }, FOUND],
  ['its stream is refused although it was done', { connection: 'refused-after' }, FOUND],
  ['it is called misdirected although it was done', { status: 421, performed: true }, FOUND],
];

for (const [what, effect, outcome] of breaks) {
  test(`a message leaves once when ${what}`, async ({ world }) => {
    const { control } = world.sites.getsales;
    const panel = await send(world, effect);
    await panel.see(outcome);
    expect(writesOf(control)).toEqual([SEND]);
    expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.http).toBe('2.0');
  });
}

test('a message that could not be delivered is tried again once, although the connection breaks', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  control.setMessageTiming({ inProgressMs: 0, doneMs: 0 });
  const panel = await send(world);
  await panel.see(FOUND);
  const uuid = String(control.messages(uuidOf(control.contact('jonas-berg-x3')?.['lead'])).at(-1)?.['uuid']);
  control.failNextMessages(null);
  control.clearRequests();
  control.fault({ method: 'PUT', path: `${MESSAGES}/*/retry`, effect: { connection: 'reset-after' } });
  const envelope = JSON.stringify({ name: 'message.retry', input: { messageId: uuid } });
  const options = await world.options();
  const answer = await options.evaluate(`chrome.runtime.sendMessage(${envelope})`);
  expect(answer).toMatchObject({ ok: true, value: { id: uuid, state: 'sent' } });
  expect(writesOf(control)).toEqual([`PUT ${MESSAGES}/${uuid}/retry`]);
});

test.describe('over HTTP/1.1, where a browser may repeat what it sends', () => {
  test.use({ protocol: 'http/1.1' });

  test('a message does not leave, the reason is told, and the text is kept', async ({ world }) => {
    const { control } = world.sites.getsales;
    const panel = await send(world);
    await panel.see(/Not sent, because it could have arrived twice/u);
    expect(writesOf(control)).toEqual([]);
    expect(await panel.evaluate('document.querySelector("textarea").value')).toBe(TEXT);
  });
});
