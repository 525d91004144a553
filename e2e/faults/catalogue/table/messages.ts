import type { Row } from './row';

/** Messages to the worker from scripts, pages and other extensions. */
export const messages = [
  {
    id: 'M-1',
    injection: 'a content script sends every message name',
    expected: 'no answer and no effect',
    tests: ['e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'lib/messaging/serve.ts',
      find: 'sender.origin === self.origin',
      replace: 'sender.origin !== undefined',
    },
  },
  {
    id: 'M-2',
    injection: 'a content script asks for the key, settings, contacts and storage',
    expected: 'no answer, and storage refuses',
    tests: ['e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'lib/settings/access-level.ts',
      find: '[local, sync, session].map',
      replace: '[sync, session].map',
    },
  },
  {
    id: 'M-3',
    injection: 'another extension sends a message and connects',
    expected: 'there is no receiver',
    tests: ['e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: 'externally_connectable: { ids: [] },',
      replace: '',
    },
  },
  {
    id: 'M-4',
    injection: 'names that are built-in properties, empty, huge or no strings',
    expected: 'refused without an exception',
    tests: ['lib/messaging/serve.test.ts'],
    proof: {
      file: 'lib/messaging/protocol.ts',
      find: 'name: z.keyof(z.strictObject(inputs)),',
      replace: 'name: z.any(),',
    },
  },
  {
    id: 'M-5',
    injection: 'a cyclic payload and one of 65 MB',
    expected: 'the sender fails, and the worker lives',
    tests: ['lib/messaging/call.test.ts', 'e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'lib/messaging/call.ts',
      find: '    return err(lost(envelope));',
      replace: "    throw new Error('not sent');",
    },
    // Chrome refuses the messages; the case fails in a worker that no longer answers.
    otherProofs: {
      'e2e/specs/hostile/messages.spec.ts': {
        file: 'lib/messaging/serve.ts',
        find: 'answer(message, ready, deps) : undefined',
        replace: 'undefined : undefined',
      },
    },
  },
  {
    id: 'M-6',
    injection: 'senders with a missing, null, similar or other origin, or in a frame',
    expected: 'refused',
    tests: ['lib/messaging/serve.test.ts'],
    proof: {
      file: 'lib/messaging/serve.ts',
      find: 'sender.id === self.id && ',
      replace: '',
    },
  },
  {
    id: 'M-7',
    injection: 'a recorded send message is replayed',
    expected: 'refused, because its entry id is known',
    tests: ['e2e/faults/catalogue/messages-and-data.test.ts'],
    proof: {
      file: 'lib/services/sending/send-message.ts',
      find: 'return isUnknown ? ok(',
      replace: 'return true ? ok(',
    },
  },
  {
    id: 'M-8',
    injection: 'ten thousand messages a second from one tab',
    expected: 'none is heard, and our pages still get answers',
    tests: ['e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'lib/messaging/serve.ts',
      find: 'answer(message, ready, deps) : undefined',
      replace: 'answer(message, ready, deps) : Promise.resolve(BAD_REQUEST)',
    },
  },
  {
    id: 'M-9',
    injection: 'messages that ask the worker to fetch or open an address',
    expected: 'no such message; a tab opens only at an allowed https address',
    tests: ['lib/messaging/serve.test.ts', 'lib/browser/open-page.test.ts'],
    proof: {
      file: 'lib/messaging/protocol.ts',
      find: 'const noInput = z.strictObject({});',
      replace: 'const noInput = z.object({});',
    },
    otherProofs: {
      'lib/browser/open-page.test.ts': {
        file: 'lib/browser/open-page.ts',
        find: "const GETSALES_APP = 'https:",
        replace: "const GETSALES_APP = 'http:",
      },
    },
  },
  {
    id: 'M-10',
    injection: 'the popup closes while the worker works',
    expected: 'the act completes, and the next popup shows the result',
    tests: ['e2e/faults/catalogue/messages-and-data.test.ts', 'e2e/specs/hostile/messages.spec.ts'],
    proof: {
      file: 'lib/services/adding/attempt-add.ts',
      find: '  return complete(deps, entry, {',
      replace:
        "  if (!isRepeated) return scheduleRetry(deps, entry, { code: 'cancelled' }, true);\n  return complete(deps, entry, {",
    },
  },
  {
    id: 'M-11',
    injection: 'a message arrives while the worker starts',
    expected: 'it waits, and after 15 seconds gets an error',
    tests: ['e2e/faults/catalogue/messages-and-data.test.ts'],
    proof: {
      file: 'lib/messaging/serve.ts',
      find: 'Promise.race([started, startTimeout(START_TIMEOUT_MS).then(() => err(NOT_STARTED))])',
      replace: 'Promise.resolve(err(NOT_STARTED))',
    },
  },
] as const satisfies readonly Row[];
