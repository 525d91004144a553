import type { Row } from './row';

/** Pages that try to mislead or attack the reader. */
export const pages = [
  {
    id: 'P1',
    injection: 'the page posts each of our message names a thousand times',
    expected: 'no listener hears them, and the worker gets nothing',
    notRun: 'has no test yet',
  },
  {
    id: 'P2',
    injection: 'the page forges the start event of a WXT content script',
    expected: 'reading works: the reader has no such listener',
    notRun: 'has no test yet',
  },
  {
    id: 'P3',
    injection: 'the page listens for messages and compares its DOM after a reading',
    expected: 'it finds no id and no trace of us, and its DOM is byte-identical',
    notRun: 'has no test yet',
  },
  {
    id: 'P4',
    injection: 'the page fetches and embeds every file of the bundle',
    expected: 'every attempt fails',
    notRun: 'has no test yet',
  },
  {
    id: 'P5',
    injection: 'the page calls chrome.runtime.sendMessage with our id',
    expected: 'it has no chrome.runtime',
    notRun: 'has no test yet',
  },
  {
    id: 'P6',
    injection: 'a name and a headline contain HTML and script',
    expected: 'shown and sent as text, and nothing runs',
    notRun: 'has no test yet',
  },
  {
    id: 'P7',
    injection: 'form fields and ids of the page hide properties of document',
    expected: 'the reading is the same',
    notRun: 'has no test yet',
  },
  {
    id: 'P8',
    injection: 'the page replaces built-in functions',
    expected: 'the reading is the same, because it runs in the isolated world',
    notRun: 'has no test yet',
  },
  {
    id: 'P9',
    injection: 'cards of two people and hidden headings with another name',
    expected: 'the person of the address or "not sure", never the hidden one',
    notRun: 'has no test yet',
  },
  {
    id: 'P10',
    injection: 'in-page navigation to another profile between reading and click',
    expected: 'refused, and nothing is sent',
    notRun: 'has no test yet',
  },
  {
    id: 'P11',
    injection: 'history.pushState to another profile without new content',
    expected: 'the difference between address and name is noticed',
    notRun: 'has no test yet',
  },
  {
    id: 'P12',
    injection: 'the canonical link and og:url name another profile',
    expected: 'the address of the tab counts',
    notRun: 'has no test yet',
  },
  {
    id: 'P13',
    injection: 'a name of a megabyte, very many or very deep elements',
    expected: 'cut to the limits in bounded time',
    notRun: 'has no test yet',
  },
  {
    id: 'P14',
    injection: 'ten thousand changes of the DOM a second',
    expected: 'one reading for each request',
    notRun: 'has no test yet',
  },
  {
    id: 'P15',
    injection: 'a picture address with another scheme, another host or SVG script',
    expected: 'dropped; only an allowed https address is kept, and never loaded',
    notRun: 'has no test yet',
  },
  {
    id: 'P16',
    injection: 'the profile in a frame of another page',
    expected: 'not read: only the top frame is',
    notRun: 'has no test yet',
  },
  {
    id: 'P17',
    injection: 'hosts, ports and schemes that look like LinkedIn',
    expected: 'not recognised',
    notRun: 'has no test yet',
  },
  {
    id: 'P18',
    injection: 'profile addresses with path tricks or ten kilobytes',
    expected: 'normalised or refused, and the path of the API stays',
    notRun: 'has no test yet',
  },
  {
    id: 'P19',
    injection: 'a sign-in wall, a captcha, an error page, an empty skeleton',
    expected: '"could not read", and nothing is taken from it',
    notRun: 'has no test yet',
  },
  {
    id: 'P20',
    injection: 'the page removes or changes elements that extensions add',
    expected: 'there are none of ours',
    notRun: 'has no test yet',
  },
] as const satisfies readonly Row[];
