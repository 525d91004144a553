import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { FaultHandle } from '../faults/script';
import type { FaultEffect } from '../faults/rule';
import { startSandbox, type RunningSandbox, type StartOptions } from '../start';
import { at, LISTS } from './seeded';
import { request, type Answer } from './sandbox-client';

export interface ServedSandbox {
  readonly running: () => RunningSandbox;
  readonly bearer: () => Record<string, string>;
  readonly createList: (name: string) => Promise<Answer>;
  readonly readLists: () => Promise<Answer>;
  /** Applies this fault to the next request for lists. */
  readonly once: (effect: FaultEffect) => FaultHandle;
}

/** A real server for the tests of one file, reset before each, so that faults reach the sockets of the client. */
export function serveSandbox(options: StartOptions = {}): ServedSandbox {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.control.reset());
  const bearer = () => ({ authorization: `Bearer ${sandbox.key}` });
  return {
    running: () => sandbox,
    bearer,
    createList: (name) => request(fetch, `${sandbox.url}${LISTS}`, 'POST', { json: { name }, headers: bearer() }),
    readLists: () => request(fetch, `${sandbox.url}${LISTS}`, 'GET', { headers: bearer() }),
    once: (effect) => sandbox.control.fault({ path: LISTS, times: 1, effect }),
  };
}

/** The code of a failed `fetch`, for example `ECONNRESET`. */
export async function failureCode(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => null,
    (failure: unknown) => at(failure, 'cause', 'code'),
  );
}
