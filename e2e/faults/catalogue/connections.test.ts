import { overHttp } from '@/e2e/support/over-http';
import { HTML, type SendingWorld } from '@/e2e/support/sending';
import { makeCertificate } from '@/e2e/support/browser/certificate';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { sandboxListener } from '@/e2e/sandbox/start';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { FOUND, READ, sendOnce, UNKNOWN, type Sent } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;
const NOT_SENT = { posts: 0, arrived: 0, looks: 0 } as const;

beforeEach(async () => {
  world = await sendingWorld();
});

test(titleOf('N1'), async () => {
  const worker = world.startWorker({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect(await sendOnce(world, worker)).toEqual({ answer: 'queued', recorded: 'queued', ...NOT_SENT });
  expect(await world.states()).toMatchObject([{ blockedBy: { code: 'unreachable', why: 'network' } }]);
  expect(world.sandbox.control.requests()).toEqual([]);
});

describe('over a socket', () => {
  test.each<[string, FaultEffect, Sent]>([
    [titleOf('N2'), { connection: 'reset-unread' }, UNKNOWN],
    [titleOf('N3'), { connection: 'reset-before' }, UNKNOWN],
    [titleOf('N4'), { connection: 'reset-after' }, FOUND],
  ])('%s', async (_title, effect, expected) => {
    world.faultPost(effect);
    const { fetch } = await overHttp(sandboxListener(world.sandbox));
    expect(await sendOnce(world, world.startWorker({ fetch }))).toEqual(expected);
  });

  const drip = { bytes: 1, everyMs: 1, endless: true } as const;
  test.each<[string, FaultEffect, Sent]>([
    [titleOf('N5'), { drip: { part: 'headers', ...drip }, performed: false }, UNKNOWN],
    [titleOf('N6'), { drip: { part: 'body', ...drip } }, FOUND],
    [titleOf('N7', 'before it is processed'), { connection: 'hang' }, UNKNOWN],
    [titleOf('N7', 'after it is processed'), { connection: 'hang-after' }, FOUND],
  ])('%s', async (_title, effect, expected) => {
    world.faultPost(effect);
    const { fetch } = await overHttp(sandboxListener(world.sandbox));
    const limits: number[] = [];
    const stopped = new AbortController();
    const worker = world.startWorker({
      fetch,
      timeout: (ms) => {
        limits.push(ms);
        // The second request is the POST.
        return limits.length === 2 ? stopped.signal : new AbortController().signal;
      },
    });
    const sent = sendOnce(world, worker);
    await vi.waitFor(() => expect(world.posts()).toHaveLength(1));
    stopped.abort(new DOMException('timed out', 'TimeoutError'));
    expect(await sent).toEqual(expected);
    expect(limits[1]).toBe(25_000);
  });
});

describe('a captive portal', () => {
  test(titleOf('N29'), async () => {
    world.sandbox.control.fault({ path: '/**', effect: { status: 200, body: HTML } });
    expect(await sendOnce(world)).toEqual({ answer: 'unreadable-answer', recorded: 'refused', ...NOT_SENT });
    expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(
      err({ code: 'unreadable-answer', status: 200 }),
    );
    world.sandbox.control.clearFaults();
    expect(await world.worker.ask('lists.get', { fresh: false })).toMatchObject(
      ok({ value: { lists: { length: 12 } } }),
    );
    expect(await sendOnce(world)).toEqual(READ);
  });

  test(titleOf('N29', 'with a certificate of its own'), async () => {
    const asked: unknown[] = [];
    const portal = await overHttp(({ headers }) => asked.push(headers), {
      tls: await makeCertificate(['amazing.getsales.io']),
    });
    const sent = await sendOnce(world, world.startWorker({ fetch: portal.fetch }));
    expect(sent).toEqual({ answer: 'queued', recorded: 'queued', ...NOT_SENT });
    expect(asked).toEqual([]);
  });
});
