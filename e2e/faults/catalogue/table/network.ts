import type { Row } from './row';

/** A network that fails, and answers that cannot be read. */
export const network = [
  {
    id: 'N1',
    injection: 'the host name does not resolve',
    expected: 'not dispatched, stays queued as unreachable',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/services/retry-times.ts',
      find: "code === 'offline' || code === 'unreachable' ||",
      replace: "code === 'offline' ||",
    },
  },
  {
    id: 'N2',
    injection: 'connection reset before the request is read',
    expected: 'one POST, unknown',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: "return err({ failure: { ...notSent(error), fate: 'unknown' }, transient: true, pauseMs: 0 });",
      replace: 'return err({ failure: notSent(error), transient: true, pauseMs: 0 });',
    },
  },
  {
    id: 'N3',
    injection: 'connection reset after the request is read, before it is processed',
    expected: 'one POST, unknown',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/getsales/http/limits/retry.ts',
      find: "mode === 'read' ? tries < READ_TRIES",
      replace: "mode === 'read' || mode === 'once' ? tries < READ_TRIES",
    },
  },
  {
    id: 'N4',
    injection: 'connection reset after the message is created',
    expected: 'one POST, found, sent',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/services/sending/dispatch-message.ts',
      find: 'const found = await lookForSent(deps, entry);',
      replace: 'const found = err(error) as Result<SendOutcome>;',
    },
  },
  {
    id: 'N5',
    injection: 'headers that never end',
    expected: 'stopped at 25 seconds, unknown',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: 'export const TIMEOUT_MS = 25_000;',
      replace: 'export const TIMEOUT_MS = 120_000;',
    },
  },
  {
    id: 'N6',
    injection: 'a body of one byte a second',
    expected: 'stopped at 25 seconds, found, sent',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/services/sending/reconcile.ts',
      find: 'if (found === null) return',
      replace: 'if (found !== undefined) return',
    },
  },
  {
    id: 'N7',
    injection: 'a connection that never closes',
    expected: 'stopped at 25 seconds, unknown or found',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: "why: timeout.aborted ? 'timeout' : 'network' };\n    permit.failed(error);",
      replace:
        "why: timeout.aborted ? 'timeout' : 'network' };\n    if (timeout.aborted) return final(notSent(error));\n    permit.failed(error);",
    },
  },
  {
    id: 'N8',
    injection: '200 with the HTML of a sign-in page',
    expected: 'one POST, looked for, unknown',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: "if (body.kind !== 'empty') return final(unreadable(status));",
      replace:
        "if (body.kind === 'html') return final({ ...unreadable(status), fate: 'not-done' });\n  if (body.kind !== 'empty') return final(unreadable(status));",
    },
  },
  {
    id: 'N9',
    injection: '200 with JSON that is cut off',
    expected: 'one POST, found, sent',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: "if (body.kind !== 'empty') return final(unreadable(status));",
      replace:
        "if (body.kind === 'unreadable') return final({ ...unreadable(status), fate: 'not-done' });\n  if (body.kind !== 'empty') return final(unreadable(status));",
    },
  },
  {
    id: 'N10',
    injection: '200 with JSON that is no message',
    expected: 'one POST, looked for, unknown',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/write-failure.ts',
      find: "fate: 'unknown', error: { code: 'unreadable-answer', status }",
      replace: "fate: 'not-done', error: { code: 'unreadable-answer', status }",
    },
  },
  {
    id: 'N11',
    injection: '200 with a byte order mark or in UTF-16',
    expected: 'UTF-8 with the mark is read; UTF-16 is unreadable and looked for',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/read-body.ts',
      find: '{ fatal: true }',
      replace: '{ fatal: true, ignoreBOM: true }',
    },
  },
  {
    id: 'N12',
    injection: '204',
    expected: 'one POST, looked for, unknown',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: 'return ok({ status, json: undefined, serverNowMs });',
      replace:
        "return status === 204 ? final(notSent({ code: 'unreadable-answer', status })) : ok({ status, json: undefined, serverNowMs });",
    },
  },
  {
    id: 'N13',
    injection: 'wrong types, extra fields, 100,000 levels, 50 MB',
    expected: 'read up to the limit, checked, no crash',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/read-body.ts',
      find: 'MAX_BODY_BYTES = 5_000_000',
      replace: 'MAX_BODY_BYTES = 500_000_000',
    },
  },
  {
    id: 'N14',
    injection: '__proto__ and constructor as keys of an answer',
    expected: 'dropped, and no prototype changes',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/parse-json.ts',
      find: '(FORBIDDEN.has(key) ? undefined : value)',
      replace: "(FORBIDDEN.has('') ? key : value)",
    },
  },
] as const satisfies readonly Row[];
