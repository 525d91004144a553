import type { Mutant } from './plant';

const DISPATCH = 'lib/services/sending/dispatch-message.ts';

/** Faults with keys, secrets, signing out and the alarm. */
export const ACCOUNT_MUTANTS: readonly Mutant[] = [
  {
    name: 'no alarm is set for waiting work',
    expected: ['wrong state', 'lost', 'error'],
    file: 'lib/services/worker/scheduler.ts',
    find: 'await deps.setAlarm(now() + Math.max(ALARM_MIN_MS, delay));',
    replace: '',
  },
  {
    name: 'the key of the connected account sends entries of another one',
    expected: ['wrong account'],
    file: 'lib/services/worker/handlers.ts',
    find: "if (account !== generation.account.id) return err({ code: 'key-replaced' });",
    replace: '',
  },
  {
    name: 'signing out keeps the records',
    expected: ['wrong account'],
    file: 'lib/services/account/session.ts',
    find: 'await deps.eraseRecords(null),',
    replace: '',
  },
  {
    name: 'signing out keeps the key',
    expected: ['wrong account'],
    file: 'lib/services/account/session.ts',
    find: 'eraseEverything(await vault.erase())',
    replace: 'eraseEverything(ok(null))',
  },
  {
    name: 'the key is written to the request log',
    expected: ['leak'],
    file: 'lib/getsales/http/attempt.ts',
    find: 'deps.onRequest(toLoggedRequest(call, { status, at, clockAheadMs }));',
    replace:
      'const logged = toLoggedRequest(call, { status, at, clockAheadMs });\n    deps.onRequest({ ...logged, fieldNames: [...logged.fieldNames, who.key] });',
    isInShortForm: true,
  },
  {
    name: 'message texts are written to the request log',
    expected: ['leak'],
    file: 'lib/getsales/http/attempt.ts',
    find: 'deps.onRequest(toLoggedRequest(call, { status, at, clockAheadMs }));',
    replace:
      'const logged = toLoggedRequest(call, { status, at, clockAheadMs });\n    deps.onRequest({ ...logged, fieldNames: [...logged.fieldNames, JSON.stringify(call.body)] });',
  },
  {
    name: 'the key is stored unencrypted',
    expected: ['leak'],
    file: 'lib/vault/vault.ts',
    find: '.put({ iv, ciphertext, generation',
    replace: '.put({ iv, ciphertext, key, generation',
  },
  {
    name: 'a message text is printed to the console',
    expected: ['leak'],
    file: DISPATCH,
    find: 'const answer = await deps.client.send(',
    replace: 'console.log(text);\n  const answer = await deps.client.send(',
  },
  {
    name: 'the key is answered to pages',
    expected: ['leak'],
    file: 'lib/services/account/session.ts',
    find: "ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account });",
    replace:
      "ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account, ...known.value } as any);",
  },
];
