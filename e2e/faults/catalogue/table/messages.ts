import type { Row } from './row';

/** Messages to the worker from scripts, pages and other extensions. */
export const messages = [
  {
    id: 'M-1',
    injection: 'a content script sends every message name',
    expected: 'no answer and no effect',
    notRun: 'has no test yet',
  },
  {
    id: 'M-2',
    injection: 'a content script asks for the key, settings, contacts and storage',
    expected: 'no answer, and storage refuses',
    notRun: 'has no test yet',
  },
  {
    id: 'M-3',
    injection: 'another extension sends a message and connects',
    expected: 'there is no receiver',
    notRun: 'has no test yet',
  },
  {
    id: 'M-4',
    injection: 'names that are built-in properties, empty, huge or no strings',
    expected: 'refused without an exception',
    notRun: 'has no test yet',
  },
  {
    id: 'M-5',
    injection: 'a cyclic payload and one of 65 MB',
    expected: 'the sender fails, and the worker lives',
    notRun: 'has no test yet',
  },
  {
    id: 'M-6',
    injection: 'senders with a missing, null, similar or other origin, or in a frame',
    expected: 'refused',
    notRun: 'has no test yet',
  },
  {
    id: 'M-7',
    injection: 'a recorded send message is replayed',
    expected: 'refused, because its entry id is known',
    notRun: 'has no test yet',
  },
  {
    id: 'M-8',
    injection: 'ten thousand messages a second from one tab',
    expected: 'none is heard, and our pages still get answers',
    notRun: 'has no test yet',
  },
  {
    id: 'M-9',
    injection: 'messages that ask the worker to fetch or open an address',
    expected: 'no such message; a tab opens only at an allowed https address',
    notRun: 'has no test yet',
  },
  {
    id: 'M-10',
    injection: 'the popup closes while the worker works',
    expected: 'the act completes, and the next popup shows the result',
    notRun: 'has no test yet',
  },
  {
    id: 'M-11',
    injection: 'a message arrives while the worker starts',
    expected: 'it waits, and after 15 seconds gets an error',
    notRun: 'has no test yet',
  },
] as const satisfies readonly Row[];
