import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inputs, type MessageName } from './protocol';
import { isOurPage, serve, type Handlers, type Speaker } from './serve';

const self = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' };
const popup: Speaker = { id: self.id, origin: self.origin };
const UUID = '00000000-0000-4000-8000-000000000001';

/** A worker whose start somebody else ends. */
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

let heard: { readonly name: string; readonly input: unknown }[];
let reported: { readonly reference: string; readonly name: string; readonly thrown: unknown }[];

/** What a handler here answers: enough to see that the message reached it. */
const REACHED = { ok: false, error: { code: 'busy' } } as const;

function noting(name: MessageName) {
  return (input: unknown) => {
    heard.push({ name, input });
    return Promise.resolve(REACHED);
  };
}

/** Handlers that note what they hear. */
function handlers(change: Partial<Handlers> = {}): Handlers {
  return {
    'session.get': noting('session.get'),
    'session.connect': noting('session.connect'),
    'session.signOut': noting('session.signOut'),
    'session.pending': noting('session.pending'),
    'others.count': noting('others.count'),
    'others.list': noting('others.list'),
    'others.erase': noting('others.erase'),
    'lists.get': noting('lists.get'),
    'lists.create': noting('lists.create'),
    'senders.get': noting('senders.get'),
    'customFields.get': noting('customFields.get'),
    'contact.status': noting('contact.status'),
    'contact.add': noting('contact.add'),
    'contact.undo': noting('contact.undo'),
    'conversation.page': noting('conversation.page'),
    'message.send': noting('message.send'),
    'message.cancel': noting('message.cancel'),
    'message.follow': noting('message.follow'),
    'message.retry': noting('message.retry'),
    'message.reconcile': noting('message.reconcile'),
    'connection.back': noting('connection.back'),
    'outbox.recent': noting('outbox.recent'),
    'activity.page': noting('activity.page'),
    'activity.retry': noting('activity.retry'),
    'activity.remove': noting('activity.remove'),
    'activity.erase': noting('activity.erase'),
    'requestLog.recent': noting('requestLog.recent'),
    ...change,
  };
}

function listening(change: Partial<Parameters<typeof serve>[0]> = {}) {
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
  heard = [];
  reported = [];
});

describe('who is heard', () => {
  test.each<[string, Speaker & { readonly tab?: unknown; readonly url?: string }]>([
    ['the popup', popup],
    ['a top frame', { ...popup, frameId: 0 }],
    ['the options page in a tab', { ...popup, frameId: 0, tab: { id: 7 }, url: `${self.origin}/options.html` }],
  ])('%s is', (_name, speaker) => {
    expect(isOurPage(speaker, self)).toBe(true);
  });

  test.each<[string, Speaker & { readonly tab?: unknown; readonly url?: string }]>([
    ['nobody', {}],
    ['a speaker without an origin', { id: self.id }],
    ['a speaker without an id', { origin: self.origin }],
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
  ])('%s is not, and gets no answer at all', (_name, speaker) => {
    expect(listening()({ name: 'session.get', input: {} }, speaker)).toBeUndefined();
    expect(heard).toEqual([]);
  });

  test('a compromised content script is refused every message of the protocol', () => {
    const listener = listening();
    const contentScript = { id: self.id, origin: 'https://www.linkedin.com', frameId: 0 };
    for (const name of Object.keys(inputs)) expect(listener({ name, input: {} }, contentScript)).toBeUndefined();
    expect(heard).toEqual([]);
  });
});

describe('what is understood', () => {
  test('a known name with a fitting input reaches its handler', async () => {
    const input = { contactId: null, limit: 5 };
    expect(await listening()({ name: 'outbox.recent', input }, popup)).toEqual(REACHED);
    expect(heard).toEqual([{ name: 'outbox.recent', input }]);
  });

  const cyclic: Record<string, unknown> = { contactId: null, limit: 5 };
  cyclic['self'] = cyclic;

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
    ['no input', { name: 'session.get' }],
    ['an unknown field', { name: 'session.get', input: { key: true } }],
    ['a cyclic input', { name: 'outbox.recent', input: cyclic }],
    ['a wrong type', { name: 'outbox.recent', input: { contactId: null, limit: '5' } }],
    ['a number out of range', { name: 'outbox.recent', input: { contactId: null, limit: 101 } }],
    ['an id that is a path', { name: 'contact.undo', input: { entryId: '../../lists' } }],
    ['an id with a line break', { name: 'contact.undo', input: { entryId: `${UUID}\n` } }],
    ['a key longer than any key', { name: 'session.connect', input: { key: 'x'.repeat(8_193) } }],
    ['a person without any id', contactStatus({ slug: null, memberId: null, salesId: null })],
    ['a message above the limit', send({ text: 'x'.repeat(8_001) })],
    ['a message of 8,001 emoji', send({ text: '🧺'.repeat(8_001) })],
    ['an empty message', send({ text: '' })],
    ['a message with something extra', send({ resend: true })],
  ])('%s is a bad request and reaches nobody', async (_name, message) => {
    expect(await listening()(message, popup)).toEqual({ ok: false, error: { code: 'bad-request' } });
    expect(heard).toEqual([]);
    expect(reported).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a bug is answered with a reference and reported with nothing of the message', async () => {
    const bug = new TypeError('Hello Ana');
    const listener = listening({ handlers: Promise.resolve(handlers({ 'message.send': () => Promise.reject(bug) })) });
    expect(await listener(send({}), popup)).toEqual({ ok: false, error: { code: 'unexpected', reference: 'ref-1' } });
    expect(reported).toEqual([{ reference: 'ref-1', name: 'message.send', thrown: bug }]);
  });

  test('a message that comes before the worker is ready waits for it', async () => {
    const start = slowStart();
    const answer = listening({ handlers: start.promise })({ name: 'session.get', input: {} }, popup);
    expect(heard).toEqual([]);
    start.finish();
    expect(await answer).toEqual(REACHED);
  });

  test('a worker that does not become ready says so in the end, and works once it is', async () => {
    const start = slowStart();
    const listener = listening({ handlers: start.promise, startTimeout: () => Promise.resolve() });
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

  test('a worker that cannot start answers with a reference', async () => {
    const listener = listening({ handlers: Promise.reject(new Error('no')) });
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
