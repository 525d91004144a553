import type { Page } from '@playwright/test';
import { inputs } from '../../../lib/messaging/protocol';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { begins, like } from '../../screens/texts';
import { OTHER_EXTENSION } from '../../support/browser/launch';
import { watchInjected, type Injected } from '../../support/browser/injected';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';
import { listing } from '../../support/browser/listing';
import { jonas, mira } from '../../support/cast';

const ASK = 'chrome.runtime.sendMessage({ name: "session.get", input: {}, account: null })';

/** A tab in which the extension has read a page, so that its world there can be taken over. */
async function takenOver(connected: World): Promise<Injected> {
  const page = await connected.visit(`/in/${jonas.slug}/`);
  const injected = await watchInjected(page, connected.extensionId);
  const popup = await connected.popup(page);
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await connected.closePopup(popup);
  connected.sites.getsales.control.clearRequests();
  return injected;
}

/** The answers to these messages, as text. Chrome answers undefined when nobody does. */
function answersTo(injected: Injected, messages: readonly object[]): Promise<readonly string[]> {
  return injected.evaluate(
    `Promise.all(${JSON.stringify(messages)}.map((each) => chrome.runtime.sendMessage(each).then(JSON.stringify, String).then(String)))`,
  );
}

/** What is stored, without what changes by itself. */
async function stored(options: Page): Promise<object> {
  const { local, databases, alarms } = await listing(options);
  return { local, databases, alarms };
}

test(titleOf('M-1'), async ({ connected }) => {
  const injected = await takenOver(connected);
  const options = await connected.options();
  const before = await stored(options);
  const { account } = await options.evaluate<{ account: { id: string } }>(`${ASK}.then(({ value }) => value)`);
  const names = Object.keys(inputs);
  const valid = [
    { name: 'session.signOut', input: { confirmed: null }, account: account.id },
    { name: 'lists.create', input: { name: 'Taken over' }, account: account.id },
    { name: 'activity.erase', input: {}, account: account.id },
  ];
  const messages = [...names.map((name) => ({ name, input: {}, account: account.id })), ...valid];
  expect(await answersTo(injected, messages)).toEqual(messages.map(() => 'undefined'));
  expect(connected.sites.getsales.control.requests()).toEqual([]);
  expect(await stored(options)).toEqual(before);
});

test(titleOf('M-2'), async ({ connected }) => {
  const injected = await takenOver(connected);
  const asked = ['session.get', 'lists.get', 'outbox.recent', 'requestLog.recent', 'others.list', 'key.get'];
  const messages = asked.map((name) => ({ name, input: {} }));
  expect(await answersTo(injected, messages)).toEqual(asked.map(() => 'undefined'));
  const refusals = await injected.evaluate<readonly string[]>(
    `Promise.all(['local', 'session', 'sync'].flatMap((area) => [
      chrome.storage[area].get().then(JSON.stringify, String),
      chrome.storage[area].set({ taken: 1 }).then(JSON.stringify, String),
      chrome.storage[area].setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }).then(JSON.stringify, String),
    ]))`,
  );
  expect(refusals).toEqual(
    Array.from({ length: 9 }, () => 'Error: Access to storage is not allowed from this context.'),
  );
  expect(await injected.evaluate('indexedDB.databases().then((found) => found.map(({ name }) => name))')).toEqual([]);
});

test(titleOf('M-3'), async ({ connected }) => {
  const [worker] = connected.context.serviceWorkers();
  // The manifest refuses other extensions even if a later version should listen to them.
  const listening = await worker?.evaluate(`(() => {
    const { onMessageExternal, onConnectExternal } = chrome.runtime;
    const before = onMessageExternal.hasListeners() || onConnectExternal.hasListeners();
    onMessageExternal.addListener((message, sender, answer) => answer('heard'));
    onConnectExternal.addListener((port) => port.disconnect());
    return before;
  })()`);
  expect(listening).toBe(false);
  const { id } = await connected.cdp.send('Extensions.loadUnpacked', { path: OTHER_EXTENSION });
  const page = await connected.context.newPage();
  await page.goto(`chrome-extension://${id}/page.html`);
  const answers = await page.evaluate(async (target) => {
    const sent = await chrome.runtime
      .sendMessage(target, { name: 'session.get', input: {} })
      .then(JSON.stringify, String);
    const closed = await new Promise((resolve) => {
      chrome.runtime.connect(target, { name: 'single-use' }).onDisconnect.addListener(() => {
        resolve(chrome.runtime.lastError?.message);
      });
    });
    return [sent, closed];
  }, connected.extensionId);
  const NO_RECEIVER = 'Could not establish connection. Receiving end does not exist.';
  expect(answers).toEqual([`Error: ${NO_RECEIVER}`, NO_RECEIVER]);
});

test(titleOf('M-5', 'Chrome itself refuses them'), async ({ connected }) => {
  const options = await connected.options();
  const refusals = await options.evaluate(async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const send = (contactId: unknown): Promise<string> =>
      (async () =>
        JSON.stringify(await chrome.runtime.sendMessage({ name: 'outbox.recent', input: { contactId } })))().catch(
        String,
      );
    return [await send(cyclic), await send('x'.repeat(65 * 1024 * 1024))];
  });
  expect(refusals).toEqual([
    expect.stringContaining('Could not serialize message'),
    expect.stringContaining('Message exceeded maximum allowed size'),
  ]);
  expect(await options.evaluate(ASK)).toMatchObject({ ok: true, value: { state: 'connected' } });
});

test(titleOf('M-8'), async ({ connected }) => {
  const injected = await takenOver(connected);
  const page = await connected.visit(`/in/${mira.slug}/`);
  const popup = await connected.popup(page);
  const flood = injected.evaluate<Readonly<Record<string, number>>>(
    `Promise.all(Array.from({ length: 10_000 }, () => chrome.runtime.sendMessage({ name: 'lists.get', input: { fresh: true } }).then(JSON.stringify, String)))
      .then((answers) => answers.map(String).reduce((counts, each) => ({ ...counts, [each]: (counts[each] ?? 0) + 1 }), {}))`,
  );
  expect(await popup.evaluate(ASK)).toMatchObject({ ok: true, value: { state: 'connected' } });
  expect(await flood).toEqual({ undefined: 10_000 });
  await popup.see(like('popup.person.fromPage'));
});

test('closes every port that a page opens, at once', async ({ connected }) => {
  const injected = await takenOver(connected);
  const closed = await injected.evaluate<readonly string[]>(
    `Promise.all(['', 'single-use', 'popup', '${connected.extensionId}'].map((name) => new Promise((resolve) => {
      chrome.runtime.connect({ name }).onDisconnect.addListener((port) => resolve(port.name));
    })))`,
  );
  expect(closed).toEqual(['', 'single-use', 'popup', connected.extensionId]);
});

test(titleOf('M-10', 'the real popup'), async ({ connected }) => {
  const { control } = connected.sites.getsales;
  control.fault({ method: 'POST', path: '/leads/api/leads/upsert', times: 1, effect: { latencyMs: 2_000 } });
  const page = await connected.visit(`/in/${mira.slug}/`);
  const popup = await connected.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.add.adding', { list: 'Nordic procurement' }));
  await connected.closePopup(popup);
  expect(control.contact(mira.slug)).toBeNull();
  const next = await connected.popup(page);
  await next.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(control.contact(mira.slug)).toMatchObject({ lead: { name: mira.name } });
  expect(writesOf(control)).toEqual([UPSERT]);
});
