import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inputs, type MessageName } from './protocol';
import { isOurPage, serve, type Handlers, type MessageSender } from './serve';

const self = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' };
const popup: MessageSender = { id: self.id, origin: self.origin };
const UUID = '00000000-0000-4000-8000-000000000001';

/** A worker whose start ends on request. */
function slowStart() {
  let finish = (): void => undefined;
  const promise = new Promise<Handlers>((resolve) => {
    finish = () => {
      resolve(handlers());
    };
  });
  return { promise, finish };
}

const never = (): Promise<never> => new Promise(() => undefined);

let received: { readonly name: string; readonly input: unknown; readonly account: unknown }[];
let reported: { readonly reference: string; readonly name: string; readonly thrown: unknown }[];

/** The answer of every handler here: shows that the message reached it. */
const REACHED = { ok: false, error: { code: 'busy' } } as const;

function recording(name: MessageName) {
  return (input: unknown, account: unknown) => {
    received.push({ name, input, account });
    return Promise.resolve(REACHED);
  };
}

/** Handlers that record what they receive: one per message of the protocol. */
function handlers(change: Partial<Handlers> = {}): Handlers {
  // The table has exactly the protocol's names; TypeScript cannot follow that through `Object.fromEntries`.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const names = Object.keys(inputs) as MessageName[];
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const table = Object.fromEntries(names.map((name) => [name, recording(name)])) as unknown as Handlers;
  return { ...table, ...change };
}

function startServing(change: Partial<Parameters<typeof serve>[0]> = {}) {
  return serve({
    handlers: Promise.resolve(handlers()),
    self,
    newReference: () => 'ref-1',
    report: (reference, name, thrown) => reported.push({ reference, name, thrown }),
    startTimeout: never,
    ...change,
  });
}

beforeEach(() => {
  received = [];
  reported = [];
});

describe('senders', () => {
  test.each<[string, MessageSender & { readonly tab?: unknown; readonly url?: string }]>([
    ['the popup', popup],
    ['a top frame', { ...popup, frameId: 0 }],
    ['the options page in a tab', { ...popup, frameId: 0, tab: { id: 7 }, url: `${self.origin}/options.html` }],
  ])('%s is accepted', (_name, sender) => {
    expect(isOurPage(sender, self)).toBe(true);
  });

  test.each<[string, MessageSender & { readonly tab?: unknown; readonly url?: string }]>([
    ['an empty sender', {}],
    ['a sender without an origin', { id: self.id }],
    ['a sender without an id', { origin: self.origin }],
    ['the opaque origin', { ...popup, origin: 'null' }],
    ['an origin that begins like ours', { ...popup, origin: `${self.origin}.evil.example` }],
    ['an origin with a path', { ...popup, origin: `${self.origin}/popup.html` }],
    ['our origin in other letters', { ...popup, origin: self.origin.toUpperCase() }],
    ['another extension', { id: 'b'.repeat(32), origin: `chrome-extension://${'b'.repeat(32)}` }],
    ['another extension that claims our id', { ...popup, origin: `chrome-extension://${'b'.repeat(32)}` }],
    ['our origin with the id of another', { ...popup, id: 'b'.repeat(32) }],
    ['a content script on LinkedIn', { id: self.id, origin: 'https://www.linkedin.com', frameId: 0, tab: { id: 7 } }],
    [
      'a page that claims our address',
      { id: self.id, origin: 'https://evil.example', url: `${self.origin}/popup.html` },
    ],
    ['a file', { ...popup, origin: 'file://' }],
    ['a data address', { ...popup, origin: 'data:text/html,x' }],
    ['a frame within our page', { ...popup, frameId: 5 }],
  ])(titleOf('M-6', '%s'), (_name, sender) => {
    expect(startServing()({ name: 'session.get', input: {} }, sender)).toBeUndefined();
    expect(received).toEqual([]);
  });
});

test.each<[string, MessageSender]>([
  ['a script in a frame on LinkedIn', { id: self.id, origin: 'https://www.linkedin.com', frameId: 3 }],
  ['a script in a frame on another site', { id: self.id, origin: 'https://evil.example', frameId: 4 }],
  ['a script in an opaque frame', { id: self.id, origin: 'null', frameId: 5 }],
  ['our own page in a frame', { ...popup, frameId: 5 }],
])(titleOf('P16', '%s gets no answer'), (_name, sender) => {
  expect(startServing()({ name: 'session.get', input: {} }, sender)).toBeUndefined();
  expect(received).toEqual([]);
});

describe('messages', () => {
  test.each<[MessageName, unknown]>([
    ['outbox.recent', { contactId: null }],
    ['session.signOut', { confirmed: null }],
    ['session.signOut', { confirmed: { adds: 0, messages: 1, unconfirmed: 2, undos: 3, drafts: 4 } }],
  ])('pass a valid input of %s to its handler', async (name, input) => {
    expect(await startServing()({ name, input }, popup)).toEqual(REACHED);
    expect(received).toEqual([{ name, input, account: null }]);
  });

  test.each<[string, unknown, string | null]>([
    ['its account', 'account-1', 'account-1'],
    ['null for no account', null, null],
    ['null for an empty account', '', null],
    ['null for an account of a million letters', 'x'.repeat(1_000_000), null],
    ['null for an account of another type', { id: 'account-1' }, null],
  ])('give the handler %s', async (_name, account, expected) => {
    await startServing()({ name: 'session.get', input: {}, account }, popup);
    expect(received).toEqual([{ name: 'session.get', input: {}, account: expected }]);
  });

  const cyclic: Record<string, unknown> = { contactId: null };
  cyclic['self'] = cyclic;

  const isRefused = async (message: unknown): Promise<void> => {
    expect(await startServing()(message, popup)).toEqual({ ok: false, error: { code: 'bad-request' } });
    expect(received).toEqual([]);
    expect(reported).toEqual([]);
  };

  test.each<[string, unknown]>([
    ['no name', {}],
    ['the name __proto__', { name: '__proto__', input: {} }],
    ['the name constructor', { name: 'constructor', input: {} }],
    ['the name toString', { name: 'toString', input: {} }],
    ['an empty name', { name: '', input: {} }],
    ['a name of a million letters', { name: 'x'.repeat(1_000_000), input: {} }],
    ['null as name', { name: null, input: {} }],
    ['an object as name', { name: {}, input: {} }],
    ['an array as name', { name: ['session.get'], input: {} }],
    ['null', null],
    ['a text', 'session.get'],
    ['an array', ['session.get']],
  ])(titleOf('M-4', '%s'), (_name, message) => isRefused(message));

  test.each<[string, unknown]>([
    ['no input', { name: 'session.get' }],
    ['an unknown field', { name: 'session.get', input: { key: true } }],
    ['a cyclic input', { name: 'outbox.recent', input: cyclic }],
    ['a wrong type', { name: 'activity.page', input: { show: 'all', after: null, limit: '5' } }],
    ['a number out of range', { name: 'activity.page', input: { show: 'all', after: null, limit: 201 } }],
    ['an id that is a path', { name: 'contact.undo', input: { entryId: '../../lists' } }],
    ['an id with a line break', { name: 'contact.undo', input: { entryId: `${UUID}\n` } }],
    ['a key longer than any key', { name: 'session.connect', input: { key: 'x'.repeat(8_193) } }],
    ['a person without any id', contactStatus({ slug: null, memberId: null, salesId: null })],
    ['a message above the limit', send({ text: 'x'.repeat(8_001) })],
    ['a message of 8,001 emoji', send({ text: '🧺'.repeat(8_001) })],
    ['an empty message', send({ text: '' })],
    ['a message with something extra', send({ resend: true })],
  ])('with %s are bad requests and reach no handler', (_name, message) => isRefused(message));

  const evil = 'https://evil.example/';
  test.each<[string, unknown]>([
    ...['fetch', 'tabs.create', 'tabs.update', 'openPage', 'storage.get', 'scripting.executeScript'].map(
      (name): [string, unknown] => [name, { name, input: { url: evil } }],
    ),
    ...Object.keys(inputs).map((name): [string, unknown] => [
      `${name} with an address`,
      { name, input: { url: evil } },
    ]),
    ['session.get at another host', { name: 'session.get', input: { origin: evil } }],
    ['lists.get at another host', { name: 'lists.get', input: { fresh: true, url: evil } }],
    ['contact.undo of an address', { name: 'contact.undo', input: { entryId: evil } }],
  ])(titleOf('M-9', '%s'), (_name, message) => isRefused(message));
});

describe('failures', () => {
  test('answers a bug with a reference, and reports it without the message', async () => {
    const bug = new TypeError('Hello Ana');
    const listener = startServing({
      handlers: Promise.resolve(handlers({ 'message.send': () => Promise.reject(bug) })),
    });
    expect(await listener(send({}), popup)).toEqual({ ok: false, error: { code: 'unexpected', reference: 'ref-1' } });
    expect(reported).toEqual([{ reference: 'ref-1', name: 'message.send', thrown: bug }]);
  });

  test('holds messages until the worker is ready', async () => {
    const start = slowStart();
    const answer = startServing({ handlers: start.promise })({ name: 'session.get', input: {} }, popup);
    expect(received).toEqual([]);
    start.finish();
    expect(await answer).toEqual(REACHED);
  });

  test('answers with an error when the start takes too long, and works once it has finished', async () => {
    const start = slowStart();
    const listener = startServing({ handlers: start.promise, startTimeout: () => Promise.resolve() });
    expect(await listener({ name: 'session.get', input: {} }, popup)).toEqual({
      ok: false,
      error: { code: 'unexpected', reference: 'start-timeout' },
    });
    start.finish();
    await start.promise;
    await vi.waitFor(async () => {
      expect(await listener({ name: 'session.get', input: {} }, popup)).toEqual(REACHED);
    });
  });

  test('answers with a reference when the worker cannot start', async () => {
    const listener = startServing({ handlers: Promise.reject(new Error('no')) });
    expect(await listener({ name: 'session.get', input: {} }, popup)).toEqual({
      ok: false,
      error: { code: 'unexpected', reference: 'ref-1' },
    });
    expect(reported).toMatchObject([{ name: 'start' }]);
  });
});

function send(change: Record<string, unknown>): { readonly name: MessageName; readonly input: unknown } {
  const ids = { entryId: UUID, contactId: UUID, senderId: UUID };
  return { name: 'message.send', input: { ...ids, personName: 'Ana', text: 'Hello', overrides: null, ...change } };
}

function contactStatus(identity: unknown): { readonly name: MessageName; readonly input: unknown } {
  return { name: 'contact.status', input: { identity, fresh: false } };
}
