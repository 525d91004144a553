import { expect, test } from 'vitest';
import { apiPath } from './api-path';
import type { Call } from './call';
import { waitingSignal, wireSignal } from './key-scope';

const callIn = (mode: Call['mode'], signal?: AbortSignal): Call => ({
  method: 'POST',
  path: apiPath`/leads/api/lists`,
  mode,
  signal,
});

/** Which of the four signals end a sent call. */
function endsOf(mode: Call['mode']): readonly string[] {
  return (['caller', 'closed', 'cut', 'timeout'] as const).filter((which) => {
    const controllers = {
      caller: new AbortController(),
      closed: new AbortController(),
      cut: new AbortController(),
      timeout: new AbortController(),
    };
    const { caller, closed, cut, timeout } = controllers;
    const scope = { closed: closed.signal, cut: cut.signal };
    const signal = wireSignal(callIn(mode, caller.signal), scope, timeout.signal);
    controllers[which].abort();
    return signal.aborted;
  });
}

test.each([
  ['read', ['caller', 'closed', 'timeout']],
  ['preflight', ['caller', 'closed', 'timeout']],
  ['repeatable', ['caller', 'cut', 'timeout']],
  ['once', ['caller', 'cut', 'timeout']],
] as const)('a sent call of mode %s ends with %j', (mode, ends) => {
  expect(endsOf(mode)).toEqual(ends);
});

test.each(['read', 'once'] as const)('a waiting call of mode %s ends when its key is closed', (mode) => {
  const closed = new AbortController();
  const scope = { closed: closed.signal, cut: new AbortController().signal };
  const alone = waitingSignal(callIn(mode), scope);
  const given = waitingSignal(callIn(mode, new AbortController().signal), scope);
  expect([alone.aborted, given.aborted]).toEqual([false, false]);
  closed.abort();
  expect([alone.aborted, given.aborted]).toEqual([true, true]);
});
