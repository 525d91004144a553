import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox } from '@/e2e/sandbox/sandbox';
import { ana } from '@/e2e/support/cast';
import type { Result } from '@/lib/domain/result';
import { createGetSalesClient, type GetSalesClient } from './client';
import { sharedTransport } from './http/transport';
import { identityOf, valueOf } from './testing/against-sandbox';
import { damaged, damages } from './testing/damage';
import { createVirtualTime } from './testing/virtual-time';
import type { WriteFailure } from './write-failure';

const sandbox = createSandbox({ now: () => Date.UTC(2026, 10, 23, 12) });
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u;

/** A client that gets this text as every answer; with null, the answers of the sandbox, which are collected in `seen`. */
function clientWith(text: string | null, seen: string[] = []): GetSalesClient {
  const time = createVirtualTime();
  const hostile: typeof fetch = async (input, init) => {
    if (text !== null) return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
    const answer = await sandbox.fetch(input, init);
    seen.push(await answer.clone().text());
    return answer;
  };
  return createGetSalesClient({
    fetch: hostile,
    openTransport: () => Promise.resolve(sharedTransport(hostile)),
    key: () => Promise.resolve(sandbox.key),
    now: time.now,
    monotonic: time.monotonic,
    sleep: time.sleep,
    random: () => 0.5,
  });
}

const whole = clientWith(null);
const contactId = valueOf(await whole.lookup(identityOf(ana)))?.id ?? expect.fail();
const [sender] = valueOf(await whole.senders());
const [list] = valueOf(await whole.lists()).lists;
const senderId = sender?.id ?? expect.fail();
const listId = list?.id ?? expect.fail();
const messageId = valueOf(await whole.send({ contactId, senderId, text: 'Hello' })).id;
sandbox.control.failMessage(messageId, 'Not connected');
sandbox.control.advance(4_000);
const person = { identity: identityOf(ana), draft: {} };

type Act = (me: GetSalesClient) => Promise<Result<unknown, unknown>>;
type Write = {
  [Name in keyof GetSalesClient]: Awaited<ReturnType<GetSalesClient[Name]>> extends Result<unknown, WriteFailure>
    ? Name
    : never;
}[keyof GetSalesClient];
/** Writes that a 2xx proves whatever its body is. */
type Bodiless = 'removeContact' | 'retry';

// Every method of the client is in one of these tables, or the types do not match.
const reads: Readonly<Record<Exclude<keyof GetSalesClient, Write>, Act>> = {
  whoAmI: (me) => me.whoAmI(),
  lists: (me) => me.lists(),
  findLists: (me) => me.findLists('q', 'founders'),
  senders: (me) => me.senders(),
  stages: (me) => me.stages(),
  customFields: (me) => me.customFields(),
  lookup: (me) => me.lookup(person.identity),
  contact: (me) => me.contact(contactId),
  automations: (me) => me.automations(contactId),
  conversation: (me) => me.conversation(contactId, null, 0),
  sentMessages: (me) => me.sentMessages(contactId, senderId),
  message: (me) => me.message(messageId),
};
const writes: Readonly<Record<Exclude<Write, Bodiless>, Act>> = {
  createList: (me) => me.createList('Fuzz'),
  upsert: (me) => me.upsert({ ...person, listId, moveToList: false }),
  send: (me) => me.send({ contactId, senderId, text: 'Hi' }),
};
const bodiless: Readonly<Record<Bodiless, Act>> = {
  retry: (me) => me.retry(messageId),
  removeContact: (me) => me.removeContact(contactId),
};

const RUNS = { numRuns: 400 } as const;

test.each(Object.entries(reads))(
  '%s survives any damage to its answer, and never turns a record into an absence',
  async (_, act) => {
    const seen: string[] = [];
    expect(await act(clientWith(null, seen))).toMatchObject({ ok: true });
    const healthy = seen[0] ?? expect.fail();
    await fc.assert(
      fc.asyncProperty(damages, async (plan) => {
        const text = damaged(healthy, plan);
        const result = await act(clientWith(text));
        const isNothing =
          result.ok && (result.value === null || (Array.isArray(result.value) && result.value.length === 0));
        expect(isNothing && /"name":"[^"]/u.test(text)).toBe(false);
        expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
      }),
      RUNS,
    );
  },
);

test.each(Object.entries(writes))(
  '%s survives any damage to its answer: done with a uuid, else unknown, never not-done',
  async (_, act) => {
    const seen: string[] = [];
    expect(await act(clientWith(null, seen))).toMatchObject({ ok: true });
    const healthy = seen[0] ?? expect.fail();
    await fc.assert(
      fc.asyncProperty(damages, async (plan) => {
        const text = damaged(healthy, plan);
        const result = await act(clientWith(text));
        const isCorrect = result.ok
          ? UUID.test(text.toLowerCase())
          : Reflect.get(Object(result.error), 'fate') === 'unknown';
        expect(isCorrect).toBe(true);
        expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
      }),
      RUNS,
    );
  },
);

test.each(Object.entries(bodiless))('%s survives any damage to its answer, and is never not-done', async (_, act) => {
  expect(await act(clientWith(null))).toMatchObject({ ok: true });
  await fc.assert(
    fc.asyncProperty(damages, async (plan) => {
      const result = await act(clientWith(damaged('{"status":"new","uuid":null}', plan)));
      expect(result).not.toMatchObject({ error: { fate: 'not-done' } });
      expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
    }),
    RUNS,
  );
});
