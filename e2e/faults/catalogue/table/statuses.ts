import type { Row } from './row';

/** Answers that refuse, and redirects. */
export const statuses = [
  {
    id: 'N15',
    injection: '400, 402 and 422 in GetSales’ form with reasons as text, list, nested and HTML',
    expected: 'refused with readable reasons, not sent',
    tests: ['e2e/faults/catalogue/refused-messages.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/problems.ts',
      find: ".replace(/<!--.*?(?:-->|$)|<[/!]?[a-z][^<>]*(?:>|(?=<)|$)/gisu, ' ')",
      replace: '',
    },
  },
  {
    id: 'N16',
    injection: '401 while sending',
    expected: 'not sent, and no request follows with this key',
    tests: ['e2e/faults/catalogue/refused-messages.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: "return refused(isOwnRefusal(body) ? { code: 'key-rejected' } : GATEWAY);",
      replace: "return refused({ code: 'bad-request' });",
    },
  },
  {
    id: 'N17',
    injection: '401 on one of five parallel reads',
    expected: 'one state "rejected", and no request follows',
    tests: ['e2e/faults/catalogue/refused-reads-and-adds.test.ts'],
    proof: {
      file: 'lib/getsales/http/request.ts',
      find: 'deps.onKeyRejected();',
      replace: '',
    },
  },
  {
    id: 'N18',
    injection: '403 from GetSales and from a firewall',
    expected: 'told apart; five from a firewall open the circuit breaker',
    tests: ['e2e/faults/catalogue/refused-reads-and-adds.test.ts'],
    proof: {
      file: 'lib/getsales/http/attempt.ts',
      find: "status >= 500 || (meaning.error.code === 'forbidden' && meaning.error.by === 'gateway')",
      replace: 'status >= 500',
    },
  },
  {
    id: 'N19',
    injection: '404 because the contact, list or sender is deleted',
    expected: 'an error of this entry, which stays; the lists are read again',
    tests: ['e2e/faults/catalogue/refused-reads-and-adds.test.ts'],
    proof: {
      file: 'lib/services/adding/add-outcome.ts',
      find: "if (error.code === 'not-found') await deps.catalog.lists(true);",
      replace: '',
    },
  },
  {
    id: 'N20',
    injection: '409',
    expected: 'one POST, looked for, unknown',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: '    case 400:\n',
      replace: '    case 400:\n    case 409:\n',
    },
  },
  {
    id: 'N21',
    injection: '413',
    expected: 'refused, never repeated',
    tests: ['e2e/faults/catalogue/refused-messages.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: '    case 413:\n',
      replace: '',
    },
  },
  {
    id: 'N22',
    injection: '429 with every form of Retry-After, and without one',
    expected: 'no request before the stated time, limited to an hour',
    tests: ['e2e/faults/catalogue/refused-reads-and-adds.test.ts'],
    proof: {
      file: 'lib/getsales/http/limits/retry.ts',
      find: 'const MAX_MS = 3_600_000;',
      replace: 'const MAX_MS = 4_000;',
    },
  },
  {
    id: 'N23',
    injection: '408, 421, 425, 500, 502, 503 and 504',
    expected: 'one POST and unknown; a read is tried four times, after 421 once',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/getsales/http/limits/retry.ts',
      find: "mode === 'read' ? tries < READ_TRIES",
      replace: "mode !== 'preflight' ? tries < READ_TRIES",
    },
  },
  {
    id: 'N24',
    injection: '500 although the message was created',
    expected: 'one POST, found, sent',
    tests: ['e2e/faults/catalogue/answers.test.ts'],
    proof: {
      file: 'lib/services/sending/match-sent.ts',
      find: '!entry.baseline.includes(message.id) &&',
      replace: 'entry.baseline.includes(message.id) &&',
    },
  },
  {
    id: 'N25',
    injection: 'a redirect to the same host',
    expected: 'not followed, unknown',
    tests: ['e2e/faults/catalogue/redirects.test.ts'],
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N26',
    injection: 'a redirect to another host, over https',
    expected: 'not followed, and nothing arrives there',
    tests: ['e2e/faults/catalogue/redirects.test.ts'],
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N27',
    injection: 'a redirect from https to http on the same host',
    expected: 'not followed, and nothing arrives there',
    tests: ['e2e/faults/catalogue/redirects.test.ts'],
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N28',
    injection: 'a redirect to itself',
    expected: 'not followed, one POST, unknown',
    tests: ['e2e/faults/catalogue/redirects.test.ts'],
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N29',
    injection: 'a captive portal that answers everything with 200 and HTML',
    expected: 'no POST, and nothing is kept of its answers',
    tests: ['e2e/faults/catalogue/connections.test.ts'],
    proof: {
      file: 'lib/services/sending/dispatch-message.ts',
      find: 'const before = await client.sentMessages(contactId, senderId);',
      replace:
        'const looked = await client.sentMessages(contactId, senderId);\n  const before = looked.ok ? looked : ok({ messages: [], skewMs: null });',
    },
  },
] as const satisfies readonly Row[];
