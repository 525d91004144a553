import type { Row } from './row';

/** A network and a GetSales that fail, or answer with something else. */
export const network = [
  {
    id: 'N1',
    injection: 'the host name does not resolve',
    expected: 'not dispatched, stays queued as unreachable',
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
    proof: {
      file: 'lib/services/sending/reconcile.ts',
      find: 'if (found === null) {',
      replace: 'if (found !== undefined) {',
    },
  },
  {
    id: 'N7',
    injection: 'a connection that never closes',
    expected: 'stopped at 25 seconds, unknown or found',
    test: 'e2e/faults/catalogue/connections.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
    proof: {
      file: 'lib/getsales/http/answer/parse-json.ts',
      find: '(FORBIDDEN.has(key) ? undefined : value)',
      replace: "(FORBIDDEN.has('') ? key : value)",
    },
  },
  {
    id: 'N15',
    injection: '400, 402 and 422 with reasons as text, list, nested and HTML',
    expected: 'refused with readable reasons, not sent',
    test: 'e2e/faults/catalogue/refused-messages.test.ts',
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
    test: 'e2e/faults/catalogue/refused-messages.test.ts',
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: "return refused({ code: 'key-rejected' });",
      replace: "return refused({ code: 'bad-request' });",
    },
  },
  {
    id: 'N17',
    injection: '401 on one of five parallel reads',
    expected: 'one state "rejected", and no request follows',
    test: 'e2e/faults/catalogue/refused-reads-and-adds.test.ts',
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
    test: 'e2e/faults/catalogue/refused-reads-and-adds.test.ts',
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
    test: 'e2e/faults/catalogue/refused-reads-and-adds.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/refused-messages.test.ts',
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
    test: 'e2e/faults/catalogue/refused-reads-and-adds.test.ts',
    proof: {
      file: 'lib/getsales/http/limits/retry.ts',
      find: 'const MAX_MS = 3_600_000;',
      replace: 'const MAX_MS = 4_000;',
    },
  },
  {
    id: 'N23',
    injection: '408, 421, 425, 500, 502, 503 and 504',
    expected: 'one POST and unknown; a read is tried four times',
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/answers.test.ts',
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
    test: 'e2e/faults/catalogue/redirects.test.ts',
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N26',
    injection: 'a redirect to another host',
    expected: 'not followed, and nothing arrives there',
    test: 'e2e/faults/catalogue/redirects.test.ts',
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: "redirect: 'error',",
      replace: "redirect: 'follow',",
    },
  },
  {
    id: 'N27',
    injection: 'a redirect to http',
    expected: 'not followed, and nothing arrives there',
    test: 'e2e/faults/catalogue/redirects.test.ts',
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
    test: 'e2e/faults/catalogue/redirects.test.ts',
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
    test: 'e2e/faults/catalogue/connections.test.ts',
    proof: {
      file: 'lib/services/sending/dispatch-message.ts',
      find: 'const before = await client.sentMessages(contactId, senderId);',
      replace:
        'const looked = await client.sentMessages(contactId, senderId);\n  const before = looked.ok ? looked : ok({ messages: [], skewMs: null });',
    },
  },
  {
    id: 'N30',
    injection: 'the list of messages lags, repeats or omits the message',
    expected: 'no second POST; found once, or unknown',
    test: 'e2e/faults/catalogue/finding.test.ts',
    proof: {
      file: 'lib/services/retry-times.ts',
      find: '60_000, 300_000] as const',
      replace: '60_000] as const',
    },
  },
  {
    id: 'N31',
    injection: 'someone else sends the same text at the same time',
    expected: 'two candidates: the user decides',
    test: 'e2e/faults/catalogue/finding.test.ts',
    proof: {
      file: 'lib/services/sending/match-sent.ts',
      find: 'only !== undefined && more.length === 0 ? only',
      replace: 'only !== undefined && more.length < 9 ? only',
    },
  },
  {
    id: 'N32',
    injection: 'two searches are answered in the wrong order',
    expected: 'the last one counts',
    notRun: 'no search is sent to GetSales while someone types: the page filters the lists that it has loaded',
  },
  {
    id: 'N33',
    injection: '50,000 lists and a conversation of 10,000 messages',
    expected: 'read in pages up to a limit',
    test: 'e2e/faults/catalogue/contacts.test.ts',
    proof: {
      file: 'lib/getsales/resources/paging.ts',
      find: 'MAX_PAGES = 600',
      replace: 'MAX_PAGES = 100',
    },
  },
  {
    id: 'N34',
    injection: 'pages that repeat or omit rows, with wrong totals or without end',
    expected: 'loading ends, and has each row once',
    test: 'e2e/faults/catalogue/contacts.test.ts',
    proof: {
      file: 'lib/getsales/resources/paging.ts',
      find: 'offset = found.size > before ? page.nextOffset : null;',
      replace: 'offset = found.size >= before ? page.nextOffset : null;',
    },
  },
  {
    id: 'N35',
    injection: 'the clock of GetSales is 26 hours off, or there is no Date',
    expected: 'the difference is measured; without Date the baseline decides',
    test: 'e2e/faults/catalogue/finding.test.ts',
    proof: {
      file: 'lib/services/sending/match-sent.ts',
      find: '+ entry.skewMs - TOLERANCE_MS',
      replace: '- TOLERANCE_MS',
    },
  },
  {
    id: 'N36',
    injection: 'an upsert times out twice, then succeeds',
    expected: 'one contact with the fields of the add',
    test: 'e2e/faults/catalogue/contacts.test.ts',
    proof: {
      file: 'lib/services/adding/attempt-add.ts',
      find: 'const answer = await client.upsert(request);',
      replace: 'const answer = await client.upsert(attempt > 1 ? { ...request, draft: {} } : request);',
    },
  },
  {
    id: 'N37',
    injection: 'a message is accepted, then fails',
    expected: 'shown as failed, and retried as the same message',
    test: 'e2e/faults/catalogue/finding.test.ts',
    proof: {
      file: 'lib/services/sending/retry-message.ts',
      find: 'const requested = await client.retry(id);',
      replace:
        'const { contactId, senderId, text } = before.value as any;\n    const requested = (await (client as any).send({ contactId, senderId, text })) as any;',
    },
  },
  {
    id: 'N38',
    injection: 'the key is revoked between the write ahead and the POST',
    expected: 'refused, not sent',
    test: 'e2e/faults/catalogue/refused-messages.test.ts',
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: "return refused({ code: 'key-rejected' });",
      replace: "return { error: { code: 'key-rejected' }, fate: 'unknown', transient: false };",
    },
  },
] as const satisfies readonly Row[];
