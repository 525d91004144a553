import type { Row } from './row';

/** Ends and restarts of the worker, updates, storage, time and connection. */
export const lifecycle = [
  {
    id: 'L1',
    injection: 'the worker is killed at a step of the protocol',
    expected: 'at most one POST, and the next worker ends it',
    notRun: 'has no test yet',
  },
  {
    id: 'L2',
    injection: 'the browser is killed before or after the POST',
    expected: 'the message becomes unknown or sent, never posted again',
    notRun: 'has no test yet',
  },
  {
    id: 'L3',
    injection: 'an act takes longer than 30 seconds',
    expected: 'the worker is kept awake until it ends, no longer',
    notRun: 'has no test yet',
  },
  {
    id: 'L4',
    injection: 'twenty presses at once',
    expected: 'one POST',
    notRun: 'has no test yet',
  },
  {
    id: 'L5',
    injection: 'two windows send to the same person at once',
    expected: 'one POST, and the other one gets "busy"',
    notRun: 'has no test yet',
  },
  {
    id: 'L6',
    injection: 'the extension is updated during a send',
    expected: 'recovered as after a kill, not posted again',
    notRun: 'has no test yet',
  },
  {
    id: 'L7',
    injection: 'an update arrives while a message is being sent',
    expected: 'it waits until idle, at most ten minutes',
    notRun: 'has no test yet',
  },
  {
    id: 'L8',
    injection: 'newer data on disk, after a downgrade',
    expected: 'nothing is sent, and the data stays',
    notRun: 'has no test yet',
  },
  {
    id: 'L9',
    injection: 'data of an older version',
    expected: 'read, migrated and continued, and never half migrated',
    notRun: 'has no test yet',
  },
  {
    id: 'L10',
    injection: 'storage that cannot be read, written or opened, or has damaged values',
    expected: 'an error that says so, and nothing is sent without the journal',
    notRun: 'has no test yet',
  },
  {
    id: 'L11',
    injection: 'the disk is full',
    expected: 'an error that says so, and nothing is sent',
    notRun: 'has no test yet',
  },
  {
    id: 'L12',
    injection: 'an alarm comes hours late, or twice',
    expected: 'nothing is repeated',
    notRun: 'has no test yet',
  },
  {
    id: 'L13',
    injection: 'the clock jumps while a message is unconfirmed or an add waits',
    expected: 'no early retry, no endless wait',
    notRun: 'has no test yet',
  },
  {
    id: 'L14',
    injection: 'the connection comes and goes every second',
    expected: 'at most one attempt in five seconds',
    notRun: 'has no test yet',
  },
] as const satisfies readonly Row[];
