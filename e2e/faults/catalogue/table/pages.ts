import type { Row } from './row';

/** Pages that try to mislead or attack the reader. */
export const pages = [
  {
    id: 'P1',
    injection: 'the page posts each of our message names a thousand times',
    expected: 'no listener hears them, and the worker gets nothing',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'entrypoints/reader.ts',
      find: 'readProfilePage(document, location.href)',
      replace:
        "(addEventListener('message', ({ data }) => void chrome.runtime.sendMessage(data)), readProfilePage(document, location.href))",
    },
  },
  {
    id: 'P2',
    injection: 'the page forges the start event of a WXT content script',
    expected: 'reading works: the reader has no such listener',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'entrypoints/reader.ts',
      find: 'readProfilePage(document, location.href)',
      replace:
        "(document.addEventListener('wxt:content-script-started', () => Object.assign(globalThis, { isStopped: true })), Reflect.get(globalThis, 'isStopped') ? readProfilePage(document, '') : readProfilePage(document, location.href))",
    },
  },
  {
    id: 'P3',
    injection: 'the page listens for messages and compares its DOM after a reading',
    expected: 'it finds no id and no trace of us, and its DOM is byte-identical',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'entrypoints/reader.ts',
      find: 'readProfilePage(document, location.href)',
      replace: "(document.body.setAttribute('data-shortlist', ''), readProfilePage(document, location.href))",
    },
  },
  {
    id: 'P4',
    injection: 'the page fetches and embeds every file of the bundle',
    expected: 'every attempt fails',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: "incognito: 'not_allowed',",
      replace:
        "incognito: 'not_allowed', web_accessible_resources: [{ resources: ['*'], matches: ['https://www.linkedin.com/*'] }],",
    },
  },
  {
    id: 'P5',
    injection: 'the page calls chrome.runtime.sendMessage with our id',
    expected: 'it has no chrome.runtime',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: 'externally_connectable: { ids: [] },',
      replace: "externally_connectable: { ids: [], matches: ['https://www.linkedin.com/*'] },",
    },
  },
  {
    id: 'P6',
    injection: 'a name and a headline contain HTML and script',
    expected: 'shown and sent as text, and nothing runs',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'components/person/details/PersonBlock.tsx',
      find: '{headline.value} <SourceMark field={headline} />',
      replace: '<i dangerouslySetInnerHTML={{ __html: headline.value }} />',
    },
  },
  {
    id: 'P7',
    injection: 'form fields and ids of the page hide properties of document',
    expected: 'the reading is the same',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/linkedin/page/dom.ts',
      find: "invoke(element, 'closest', selector)",
      replace: 'element.closest(selector)',
    },
  },
  {
    id: 'P8',
    injection: 'the page replaces built-in functions',
    expected: 'the reading is the same, because it runs in the isolated world',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/browser/run-in-tab.ts',
      find: 'injectImmediately: true,',
      replace: "injectImmediately: true, world: 'MAIN',",
    },
  },
  {
    id: 'P9',
    injection: 'cards of two people and hidden headings with another name',
    expected: 'the person of the address or "not sure", never the hidden one',
    tests: ['lib/linkedin/evidence/decoys.test.ts', 'e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/linkedin/evidence/name-heading.ts',
      find: 'if (known.some((name) => fold(name) === fold(text))) return',
      replace: 'if (known.length > 0) return',
    },
  },
  {
    id: 'P10',
    injection: 'in-page navigation to another profile between reading and click',
    expected: 'refused, and nothing is sent',
    tests: ['e2e/specs/reading/navigation.spec.ts'],
    proof: {
      file: 'lib/browser/read-tab.ts',
      find: 'shown.value.some((person) => isSamePerson(expected, person))',
      replace: 'shown.value.length > 0',
    },
  },
  {
    id: 'P11',
    injection: 'history.pushState to another profile without new content',
    expected: 'the difference between address and name is noticed',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/linkedin/evidence/owner-match.ts',
      find: 'owner.slugs.length > 0 && owner.slugs.every((other) => other === slug)',
      replace: 'owner.slugs.length > 0',
    },
  },
  {
    id: 'P12',
    injection: 'the canonical link and og:url name another profile',
    expected: 'the address of the tab counts',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'entrypoints/reader.ts',
      find: 'readProfilePage(document, location.href)',
      replace:
        "readProfilePage(document, document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href)",
    },
  },
  {
    id: 'P13',
    injection: 'a name of a megabyte, very many or very deep elements',
    expected: 'cut to the limits in bounded time',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/linkedin/page/text.ts',
      find: '.trim().slice(0, FIELD_MAX_LENGTH)',
      replace: '.trim()',
    },
  },
  {
    id: 'P14',
    injection: 'ten thousand changes of the DOM a second',
    expected: 'one reading for each request',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/browser/read-tab.ts',
      find: 'const top = await runInTab(tabId, `/${reader}.js`, api);',
      replace:
        'await runInTab(tabId, `/${reader}.js`, api);\n  const top = await runInTab(tabId, `/${reader}.js`, api);',
    },
  },
  {
    id: 'P15',
    injection: 'a picture address with another scheme, another host or SVG script',
    expected: 'dropped; only an allowed https address is kept, and never loaded',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/linkedin/evidence/fields.ts',
      find: "url.hostname === 'media.licdn.com'",
      replace: "url.hostname.startsWith('media.licdn.com')",
    },
  },
  {
    id: 'P16',
    injection: 'the profile in a frame of another page',
    expected: 'not read: only the top frame is',
    tests: ['lib/messaging/serve.test.ts', 'e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/browser/run-in-tab.ts',
      find: 'target: { tabId },',
      replace: 'target: { tabId, allFrames: true },',
    },
    otherProofs: {
      'lib/messaging/serve.test.ts': {
        file: 'lib/messaging/serve.ts',
        find: 'sender.origin === self.origin && isTopFrame',
        replace: 'sender.origin === self.origin',
      },
    },
  },
  {
    id: 'P17',
    injection: 'hosts, ports and schemes that look like LinkedIn',
    expected: 'not recognised',
    tests: ['lib/linkedin/address/parse-address.test.ts'],
    proof: {
      file: 'lib/linkedin/address/follow-address.ts',
      find: 'linkedin\\.com$/u',
      replace: 'linkedin\\.com/u',
    },
  },
  {
    id: 'P18',
    injection: 'profile addresses with path tricks or ten kilobytes',
    expected: 'normalised or refused, and the path of the API stays',
    tests: ['e2e/faults/catalogue/hostile-addresses.test.ts'],
    proof: {
      file: 'lib/linkedin/address/follow-address.ts',
      find: "if (WINDING.test(text)) return err('malformed');",
      replace: '',
    },
  },
  {
    id: 'P19',
    injection: 'a sign-in wall, a captcha, an error page, an empty skeleton',
    expected: '"could not read", and nothing is taken from it',
    tests: ['e2e/specs/hostile/misleading.spec.ts'],
    proof: {
      file: 'lib/ui/profile/use-reading.ts',
      find: "return { state: 'failed', error: { code: 'page-unreadable' }, reading };",
      replace: "return { state: 'unsettled' };",
    },
  },
  {
    id: 'P20',
    injection: 'the page removes or changes elements that extensions add',
    expected: 'there are none of ours',
    tests: ['e2e/specs/hostile/footprint.spec.ts'],
    proof: {
      file: 'entrypoints/reader.ts',
      find: 'readProfilePage(document, location.href)',
      replace:
        "(document.body.appendChild(document.createElement('i')).remove(), readProfilePage(document, location.href))",
    },
  },
] as const satisfies readonly Row[];
