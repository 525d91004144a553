import type { Mutant } from './plant';

const SEND = 'lib/services/sending/send-message.ts';
const RETRY_TIMES = 'lib/services/retry-times.ts';
const ATTEMPT = 'lib/getsales/http/attempt.ts';
const ADD_TABLE = 'lib/domain/outbox/add-transitions.ts';
const SCHEDULER = 'lib/services/worker/scheduler.ts';

/** Faults in pauses, rejected keys, the order, superseded adds and alarms. */
export const WAITING_MUTANTS: readonly Mutant[] = [
  {
    name: 'the pause that GetSales asked for is ignored',
    expected: ['wrong state'],
    file: ATTEMPT,
    find: 'if (status === 429) deps.limiter.pause(pauseMs);',
    replace: '',
  },
  {
    name: 'a waiting add is retried before the pause is over',
    expected: ['wrong state'],
    file: RETRY_TIMES,
    find: "error.code === 'rate-limited' ? error.retryAfterMs : 0",
    replace: '0',
  },
  {
    name: 'a rejected key is used on',
    expected: ['wrong state'],
    file: ATTEMPT,
    find: "if (meaning.error.code === 'key-rejected') deps.onKeyRejected(who.key);",
    replace: '',
  },
  {
    name: 'a second message overtakes a queued one',
    expected: ['wrong content'],
    file: SEND,
    find: "if (open.value.some((other) => other.kind === 'send' && isSameThread(other, input))) return err({ code: 'busy' });",
    replace: '',
  },
  {
    name: 'the superseded add is not put back when the newer one is refused',
    expected: ['lost'],
    file: ADD_TABLE,
    find: "refused: 'restore-superseded',",
    replace: '',
  },
  {
    name: 'the superseded add is not put back when the newer one is undone',
    expected: ['lost'],
    file: ADD_TABLE,
    find: "'undo-completed': 'restore-superseded',",
    replace: '',
  },
  {
    name: 'every superseded add is put back',
    expected: ['wrong content', 'wrong state'],
    file: 'lib/outbox/store-effects.ts',
    find: ' || other.state.by !== by) continue;',
    replace: ') continue;',
  },
  {
    name: 'no alarm is set before work that may outlive the worker',
    expected: ['error'],
    file: SCHEDULER,
    find: 'const ensureRestart = (): Promise<unknown> => deps.setAlarm(now() + ALARM_MIN_MS);',
    replace: 'const ensureRestart = (): Promise<unknown> => Promise.resolve();',
  },
];
