import type { Row } from './row';

/** Ends and restarts of the worker, updates, storage, time and connection. */
export const lifecycle = [
  {
    id: 'L1',
    injection: 'the worker is killed at a step of the protocol',
    expected: 'at most one POST, and the next worker ends it',
    tests: ['e2e/faults/catalogue/restarts.test.ts'],
    proof: {
      file: 'lib/services/sending/resume-sends.ts',
      find: "{ type: 'unconfirmed', error: { code: 'unconfirmed', entryId: id } }",
      replace: "{ type: 'not-posted', sendAt: new Date(0).toISOString(), blockedBy: { code: 'offline' } }",
    },
  },
  {
    id: 'L2',
    injection: 'the browser is killed between the write ahead and the POST, or before its answer',
    expected: 'the message becomes unknown or sent, never posted again',
    tests: ['e2e/specs/failures/killed-browser.spec.ts'],
    proof: {
      file: 'lib/services/sending/resume-sends.ts',
      find: "{ type: 'unconfirmed', error: { code: 'unconfirmed', entryId: id } }",
      replace: "{ type: 'not-posted', sendAt: new Date(0).toISOString(), blockedBy: { code: 'offline' } }",
    },
  },
  {
    id: 'L3',
    injection: 'an act takes longer than 30 seconds',
    expected: 'the worker is kept awake until it ends, no longer',
    tests: ['e2e/faults/catalogue/restarts.test.ts'],
    proof: {
      file: 'lib/services/worker/lifetime.ts',
      find: '    } finally {\n      ended.abort();',
      replace: '    } finally {\n      void ended;',
    },
  },
  {
    id: 'L4',
    injection: 'twenty presses at once',
    expected: 'one POST',
    tests: ['e2e/faults/catalogue/restarts.test.ts', 'e2e/specs/messages/pressed-often.spec.ts'],
    proof: {
      file: 'lib/services/worker/account-services.ts',
      find: 'lock === null ? null : await task()',
      replace: 'await task()',
    },
    otherProofs: {
      'e2e/specs/messages/pressed-often.spec.ts': {
        file: 'lib/getsales/resources/messages.ts',
        find: "const answer = await request({\n    method: 'POST',\n    path: MESSAGES,\n    body: { sender",
        replace:
          "await request({ method: 'POST', path: MESSAGES, body: { sender_profile_uuid: senderId, lead_uuid: contactId, text }, mode: 'once' });\n  const answer = await request({\n    method: 'POST',\n    path: MESSAGES,\n    body: { sender",
      },
    },
  },
  {
    id: 'L5',
    injection: 'two windows send to the same person at once',
    expected: 'one POST, and the other one gets "busy"',
    tests: ['e2e/faults/catalogue/restarts.test.ts', 'e2e/specs/messages/pressed-often.spec.ts'],
    proof: {
      file: 'lib/services/worker/account-services.ts',
      find: 'lock === null ? null : await task()',
      replace: 'await task()',
    },
    // In the browser the outbox holds the second message back as well; what the second window says comes from the lock.
    otherProofs: {
      'e2e/specs/messages/pressed-often.spec.ts': {
        file: 'lib/services/exclusive.ts',
        find: "return done ?? err({ code: 'busy' });",
        replace: "return done ?? err({ code: 'cancelled' });",
      },
    },
  },
  {
    id: 'L6',
    injection: 'the extension is updated during a send',
    expected: 'recovered as after a kill, not posted again',
    tests: ['e2e/specs/failures/updated.spec.ts'],
    proof: {
      file: 'lib/services/sending/reconcile.ts',
      find: 'const found = matchSent(',
      replace: 'const found = null as any; (',
    },
  },
  {
    id: 'L7',
    injection: 'an update arrives while a message is being sent',
    expected: 'it waits until idle, at most ten minutes',
    tests: ['e2e/faults/catalogue/restarts.test.ts'],
    proof: {
      file: 'lib/services/worker/lifetime.ts',
      find: 'const UPDATE_WAIT_MS = 600_000;',
      replace: 'const UPDATE_WAIT_MS = 1_200_000;',
    },
  },
  {
    id: 'L8',
    injection: 'newer data on disk, after a downgrade',
    expected: 'nothing is sent, and the data stays',
    tests: ['e2e/faults/catalogue/storage.test.ts'],
    proof: {
      file: 'lib/outbox/connection.ts',
      find: 'const opening = openDB<S>(name, version, {',
      replace: 'const opening = openDB<S>(name, version === 2 ? 3 : version, {',
    },
  },
  {
    id: 'L9',
    injection: 'data of an older version',
    expected: 'read, migrated and continued, and never half migrated',
    tests: ['e2e/faults/catalogue/storage.test.ts'],
    proof: {
      file: 'lib/outbox/connection.ts',
      find: '          tx.abort();\n',
      replace: '',
    },
  },
  {
    id: 'L10',
    injection: 'storage that cannot be read, written or opened, or has damaged values',
    expected:
      'an error that says so, and nothing is sent without the outbox; settings that cannot be read count as not set',
    tests: ['e2e/faults/catalogue/storage.test.ts'],
    proof: {
      file: 'lib/services/sending/dispatch-message.ts',
      find: "return hasEnded(dispatched.error) ? err(NOT_QUEUED) : delay(deps, id, 'delayed', dispatched.error);",
      replace: 'return hasEnded(dispatched.error) ? err(NOT_QUEUED) : post(deps, entry);',
    },
  },
  {
    id: 'L11',
    injection: 'the disk is full',
    expected: 'an error that says so, and nothing is sent',
    tests: ['e2e/faults/catalogue/storage.test.ts'],
    proof: {
      file: 'lib/services/adding/add-contact.ts',
      find: '? recordedResult(outbox, entry.id) : written;',
      replace: '? recordedResult(outbox, entry.id) : null;',
    },
  },
  {
    id: 'L12',
    injection: 'an alarm comes hours late, or twice',
    expected: 'nothing is repeated',
    tests: ['e2e/faults/catalogue/times.test.ts'],
    proof: {
      file: 'lib/services/retry-times.ts',
      find: 'return !(age <= SEND_TTL_MS && age >= -CLOCK_SLACK_MS);',
      replace: 'return age < -CLOCK_SLACK_MS;',
    },
  },
  {
    id: 'L13',
    injection: 'the clock jumps while a message is unconfirmed or an add waits',
    expected: 'no early retry, no endless wait',
    tests: ['e2e/faults/catalogue/times.test.ts'],
    proof: {
      file: 'lib/services/retry-times.ts',
      find: 'return atMs > nowMs + maxDelayMs + CLOCK_SLACK_MS || Number.isNaN(atMs) ? nowMs : atMs;',
      replace: 'return atMs > nowMs + maxDelayMs * 1_000 + CLOCK_SLACK_MS ? nowMs : atMs;',
    },
  },
  {
    id: 'L14',
    injection: 'the connection comes and goes every second',
    expected: 'at most one attempt in five seconds',
    tests: ['e2e/faults/catalogue/times.test.ts'],
    proof: {
      file: 'lib/services/worker/scheduler.ts',
      find: 'const ONLINE_PAUSE_MS = 5_000;',
      replace: 'const ONLINE_PAUSE_MS = 1_000;',
    },
  },
] as const satisfies readonly Row[];
