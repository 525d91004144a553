import type { Row } from './row';

/** Texts, files and what the screens do with them. */
export const data = [
  {
    id: 'D1',
    injection: 'any Unicode in a text: right to left, overrides, joiners, marks, halves of pairs',
    expected: 'sent unchanged; the name is isolated, and hidden characters are visible',
    tests: [
      'e2e/faults/catalogue/messages-and-data.test.ts',
      'components/conversation/composer/send-check.test.ts',
      'components/screens/panel/PanelPerson.test.tsx',
      'e2e/specs/hostile/texts.spec.ts',
    ],
    proof: {
      file: 'lib/getsales/resources/messages.ts',
      find: 'lead_uuid: contactId, text },',
      replace: "lead_uuid: contactId, text: text.normalize('NFC') },",
    },
    otherProofs: {
      'components/conversation/composer/send-check.test.ts': {
        file: 'components/conversation/composer/send-check.ts',
        find: '\\u202a-\\u202e',
        replace: '',
      },
      'components/screens/panel/PanelPerson.test.tsx': {
        file: 'components/conversation/composer/Composer.tsx',
        find: "rich('panel.composer.send', { person: <bdi>{personName}</bdi>,",
        replace: "rich('panel.composer.send', { person: <b>{personName}</b>,",
      },
    },
  },
  {
    id: 'D2',
    injection: 'names in look-alike letters',
    expected: 'the address name is on every screen with a name; in Activity, beside that of an add',
    tests: [
      'components/person/details/PersonBlock.test.tsx',
      'components/person/page/people.test.tsx',
      'components/screens/panel/PanelPerson.test.tsx',
      'components/activity/activity.test.tsx',
    ],
    proof: {
      file: 'components/person/details/PersonBlock.tsx',
      find: "name !== '' && identity.slug !== null",
      replace: "name === '' && identity.slug !== null",
    },
    otherProofs: {
      'components/person/page/people.test.tsx': {
        file: 'components/person/page/PeopleList.tsx',
        find: 'name !== handle && identity.slug !== null',
        replace: 'name === handle && identity.slug !== null',
      },
      'components/screens/panel/PanelPerson.test.tsx': {
        file: 'components/screens/panel/PersonHeader.tsx',
        find: '<bdi>{reference}</bdi>',
        replace: '',
      },
      'components/activity/activity.test.tsx': {
        file: 'components/activity/ActivityEntry.tsx',
        find: 'slug !== null && slug !== entry.personName',
        replace: 'slug !== null && slug === entry.personName',
      },
    },
  },
  {
    id: 'D3',
    injection: 'HTML, Markdown and template variables in a text',
    expected: 'sent literally; an unresolved variable blocks sending',
    tests: ['components/conversation/composer/send-check.test.ts', 'e2e/faults/catalogue/messages-and-data.test.ts'],
    proof: {
      file: 'components/conversation/composer/send-check.ts',
      find: '{0,80}',
      replace: '{1,80}',
    },
    otherProofs: {
      'e2e/faults/catalogue/messages-and-data.test.ts': {
        file: 'lib/getsales/resources/messages.ts',
        find: 'lead_uuid: contactId, text },',
        replace: "lead_uuid: contactId, text: text.replaceAll('<', '&lt;') },",
      },
    },
  },
  {
    id: 'D4',
    injection: 'a text at the limit, one below, one above',
    expected: 'counted by code points; a refusal of GetSales is shown',
    tests: ['e2e/faults/catalogue/messages-and-data.test.ts'],
    proof: {
      file: 'lib/messaging/protocol.ts',
      find: 'messageLength(text) <= MESSAGE_MAX_LENGTH',
      replace: 'text.length <= MESSAGE_MAX_LENGTH',
    },
  },
  {
    id: 'D5',
    injection: 'attachments that are empty, too large, of another type, or too many',
    expected: 'refused, and nothing is sent',
    notRun: 'messages have no attachments',
  },
  {
    id: 'D6',
    injection: 'an export whose values begin with a formula or have one after a separator',
    expected: 'the formula is escaped, reversibly',
    tests: ['components/activity/export-csv.test.ts'],
    proof: {
      file: 'components/activity/export-csv.ts',
      find: '([=+\\-@',
      replace: '([=+\\-',
    },
  },
  {
    id: 'D7',
    injection: 'links with other schemes in texts of GetSales',
    expected: 'no link; an https link opens without an opener',
    tests: ['components/conversation/thread/MessageRow.test.tsx'],
    proof: {
      file: 'components/conversation/thread/MessageRow.tsx',
      find: 'rel="noopener noreferrer"',
      replace: 'rel="noreferrer"',
    },
  },
  {
    id: 'D8',
    injection: 'inline script, eval, remote resources, forms and base in our pages',
    expected: 'blocked, and normal use violates nothing',
    tests: ['e2e/specs/hostile/browser.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: '    "base-uri \'none\'",\n',
      replace: '',
    },
  },
  {
    id: 'D9',
    injection: 'another site frames our pages',
    expected: 'blocked',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: "policyOf(browser === 'firefox' ? \"'none'\" : \"'self'\") },",
      replace:
        "policyOf('*') }, web_accessible_resources: [{ resources: ['*'], matches: ['https://www.linkedin.com/*'] }],",
    },
  },
  {
    id: 'D10',
    injection: 'an untrusted click, one within 600 ms of a new recipient, key repeat',
    expected: 'ignored',
    tests: ['components/conversation/composer/Composer.test.tsx', 'components/screens/panel/PanelPerson.test.tsx'],
    proof: {
      file: 'components/conversation/composer/Composer.tsx',
      find: '!event.nativeEvent.isTrusted || isBlocked',
      replace: 'isBlocked',
    },
    otherProofs: {
      'components/screens/panel/PanelPerson.test.tsx': {
        file: 'components/conversation/composer/send-check.ts',
        find: "return isRecipientUnchanged ? null : { kind: 'just-changed' };",
        replace: 'return null;',
      },
    },
  },
  {
    id: 'D11',
    injection: 'a passphrase: wrong, changed, forgotten, damaged',
    expected: 'no hint, and nothing but the key is lost',
    notRun: 'there is no passphrase',
  },
  {
    id: 'D12',
    injection: 'the request log and reported bugs are read after faults',
    expected: 'no key, no text, no name',
    tests: ['e2e/faults/catalogue/diagnostics.test.ts'],
    proof: {
      file: 'lib/getsales/http/transport.ts',
      find: '[...new Set(fieldNames)]',
      replace: '[...new Set(fieldNames), ...Object.values(call.body ?? {}).map(String)]',
    },
  },
] as const satisfies readonly Row[];
