import type { Row } from './row';

/** A GetSales whose lists, clock or later state differ from what was expected. */
export const serverState = [
  {
    id: 'N30',
    injection: 'the list of messages lags, repeats or omits the message',
    expected: 'no second POST; found once, or unknown',
    tests: ['e2e/faults/catalogue/finding.test.ts'],
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
    tests: ['e2e/faults/catalogue/finding.test.ts'],
    proof: {
      file: 'lib/services/sending/match-sent.ts',
      find: 'only !== undefined && more.length === 0 ? only',
      replace: 'only !== undefined && more.length < 9 ? only',
    },
  },
  {
    id: 'N32',
    injection: 'two searches for a list are answered in the wrong order',
    expected: 'the last one counts',
    tests: ['components/screens/popup/PopupPerson.test.tsx'],
    proof: {
      file: 'lib/ui/adding/use-workspace.ts',
      find: 'search({ text }, { onSuccess: add });',
      replace: 'search({ text: text.slice(0, 2) }, { onSuccess: add });',
    },
  },
  {
    id: 'N33',
    injection: '50,000 lists and a conversation of 10,000 messages',
    expected: 'read in pages up to a limit',
    tests: ['e2e/faults/catalogue/contacts.test.ts'],
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
    tests: ['e2e/faults/catalogue/contacts.test.ts'],
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
    tests: ['e2e/faults/catalogue/finding.test.ts'],
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
    tests: ['e2e/faults/catalogue/contacts.test.ts'],
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
    tests: ['e2e/faults/catalogue/finding.test.ts'],
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
    tests: ['e2e/faults/catalogue/refused-messages.test.ts'],
    proof: {
      file: 'lib/getsales/http/answer/classify.ts',
      find: "return refused(isOwnRefusal(body) ? { code: 'key-rejected' } : GATEWAY);",
      replace: "return { error: { code: 'key-rejected' }, fate: 'unknown', transient: false };",
    },
  },
] as const satisfies readonly Row[];
