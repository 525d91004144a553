import { write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { uuidOf } from '../../sandbox/testing/seeded';
import { expect, test } from '../../support/browser/fixtures';
import { begins, inOrder, like } from '../../screens/texts';
import { FOUND, MESSAGES, send, testSentOnce } from './sent-once';

testSentOnce('2.0');

test('sends the second of two consecutive messages once, too', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(FOUND);
  await write(panel, 'And another one');
  control.fault({ method: 'POST', path: MESSAGES, effect: { connection: 'reset-after' } });
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(inOrder('And another one', like('panel.live.accepted', { person: 'Jonas Berg' })));
  expect(writesOf(control)).toEqual([SEND, SEND]);
});

test('closes the single-use connection’s page after a message, even when the worker was killed', async ({ world }) => {
  const { control } = world.sites.getsales;
  const connectionPages = async (): Promise<number> => {
    const { targetInfos } = await world.cdp.send('Target.getTargets');
    return targetInfos.filter(({ url }) => url.includes('/single-use.html')).length;
  };
  const panel = await send(world, { latencyMs: 3_000 });
  await expect.poll(() => writesOf(control)).toEqual([SEND]);
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
