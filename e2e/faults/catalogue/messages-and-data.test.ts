import type { SendingWorld } from '@/e2e/support/sending';
import { addOf } from '@/e2e/support/worker-people';
import { serve } from '@/lib/messaging/serve';
import { createHandlers } from '@/lib/services/worker/handlers';
import { wait } from '@/lib/services/worker/lifetime';
import { OUR_ORIGIN } from '@/e2e/support/worker';
import { titleOf } from './table/catalogue';
import { addingWorld, sendingWorld } from './worlds';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;
const OURS = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: OUR_ORIGIN };

beforeEach(async () => {
  world = await sendingWorld();
});

test(titleOf('M-7'), async () => {
  const send = world.sendOf();
  await world.worker.ask('message.send', send);
  for (const worker of [world.worker, world.startWorker()]) {
    expect(await worker.ask('message.send', send)).toEqual(err({ code: 'duplicate-entry', entryId: send.entryId }));
  }
  expect(world.posts()).toHaveLength(1);
});

test(titleOf('M-10'), async () => {
  const adding = await addingWorld();
  void adding.worker.ask('contact.add', addOf(adding.procurement));
  const next = adding.startWorker();
  await expect
    .poll(() => next.ask('outbox.recent', { contactId: null }))
    .toMatchObject(ok([{ state: { name: 'done', outcome: { effect: 'created' } } }]));
});

describe('a message that arrives while the worker starts', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Asks a worker that starts with these handlers; `answered` has the answer once there is one. */
  const speaking = (handlers: Promise<ReturnType<typeof createHandlers>>) => {
    const answered: unknown[] = [];
    const listener = serve({
      handlers,
      self: OURS,
      newReference: () => 'reference',
      startTimeout: (ms) => wait(ms),
      report: () => undefined,
    });
    void listener({ name: 'session.get', input: {} }, OURS)?.then((answer) => answered.push(answer));
    return answered;
  };

  test(titleOf('M-11', 'started in time'), async () => {
    const handlers = createHandlers(world.worker.services);
    const answered = speaking(wait(14_000).then(() => handlers));
    await vi.advanceTimersByTimeAsync(13_999);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(answered).toMatchObject([ok({ state: 'connected' })]));
  });

  test(titleOf('M-11', 'not started in time'), async () => {
    const answered = speaking(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toEqual([err({ code: 'unexpected', reference: 'start-timeout' })]);
  });
});

describe('any text arrives unchanged', () => {
  test.each([
    ['right to left', 'שלום יונס, מה שלומך?'],
    ['with a bidirectional override', 'abc\u202Edef\u202C'],
    ['with zero-width characters', 'zero\u200Bwidth\u200D\u2060'],
    ['with joined emoji', '👩🏽‍💻🏳️‍🌈'],
    ['with five hundred marks on a letter', `a${'\u0301'.repeat(500)}`],
    ['with half a surrogate', 'half \ud83d end'],
    ['with a NUL', 'nul \u0000 end'],
    ['with line and paragraph separators', 'a\u2028b\u2029c'],
    ['composed', 'é'.normalize('NFC')],
    ['decomposed', 'é'.normalize('NFD')],
  ])(titleOf('D1', '%s'), async (_name, text) => {
    expect(await world.worker.ask('message.send', world.sendOf({ text }))).toMatchObject(ok({ state: 'sent' }));
    expect(world.posts()[0]?.body).toMatchObject({ text });
  });
});

test.each(['<img src=x onerror=alert(1)>', '**bold** [link](https://a.test) `code`', '&lt;b&gt; {name} {{'])(
  titleOf('D3', '“%s” arrives unchanged'),
  async (text) => {
    expect(await world.worker.ask('message.send', world.sendOf({ text }))).toMatchObject(ok({ state: 'sent' }));
    expect(world.posts()[0]?.body).toMatchObject({ text });
  },
);

describe('a text at the limit, which is 8,000 code points', () => {
  test.each([
    ['one below', 'a'.repeat(7_999)],
    ['at it', 'a'.repeat(8_000)],
    ['at it in code points', '😀'.repeat(8_000)],
  ])(titleOf('D4', '%s is sent'), async (_name, text) => {
    expect(await world.worker.ask('message.send', world.sendOf({ text }))).toMatchObject(ok({ state: 'sent' }));
  });

  test.each([
    ['one above', 'a'.repeat(8_001)],
    ['one code point above', '😀'.repeat(8_001)],
  ])(titleOf('D4', '%s is not sent'), async (_name, text) => {
    expect(await world.worker.ask('message.send', world.sendOf({ text }))).toEqual(err({ code: 'bad-request' }));
    expect(world.posts()).toEqual([]);
  });

  test(titleOf('D4', 'a refusal of GetSales'), async () => {
    const value = { error: { data: { text: ['Message is longer than 1900 characters'] } } };
    world.faultPost({ status: 422, body: { kind: 'json', value } });
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(
      err({ code: 'refused', problems: [{ field: 'text', message: 'Message is longer than 1900 characters' }] }),
    );
  });
});
