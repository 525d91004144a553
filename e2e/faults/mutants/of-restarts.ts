import type { Mutant } from './plant';

const RESUME_SENDS = 'lib/services/sending/resume-sends.ts';
const RECOVERY = 'lib/services/worker/recovery.ts';

/** Faults in what happens to messages when the worker starts, and in Try again. */
export const RESTART_MUTANTS: readonly Mutant[] = [
  {
    name: 'an interrupted POST is sent again after a restart',
    expected: ['doubled'],
    file: RESUME_SENDS,
    find: "{ type: 'unconfirmed', error: { code: 'unconfirmed', entryId: id } }",
    replace: "{ type: 'not-posted', sendAt: new Date(0).toISOString(), blockedBy: { code: 'offline' } }",
  },
  {
    name: 'queued messages are cancelled when the worker starts',
    expected: ['wrong state'],
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['queued'])) as any).value ?? []) await deps.outbox.applyToSend(id, { type: 'cancelled', why: 'expired' });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'queued messages are removed when the worker starts',
    expected: ['lost'],
    file: RECOVERY,
    find: 'const dispatching = await deps.outbox.inStates',
    replace: "await deps.outbox.remove(['queued'], () => true);\n  const dispatching = await deps.outbox.inStates",
  },
  {
    name: 'an expired message is sent hours later',
    expected: ['wrong state'],
    file: 'lib/services/retry-times.ts',
    find: 'return !(age <= SEND_TTL_MS && age >= -CLOCK_SLACK_MS);',
    replace: 'return age < -CLOCK_SLACK_MS;',
  },
  {
    name: 'messages that wait for a connection are never sent',
    expected: ['lost', 'wrong state', 'error'],
    file: RESUME_SENDS,
    find: 'if (dueAt(entry) > now()) continue;',
    replace: 'if (entry.id.length > 0) continue;',
  },
  {
    name: 'the worker looks for an unconfirmed message only when the user asks',
    expected: ['wrong state'],
    file: 'lib/services/retry-times.ts',
    find: '[0, 2_000, 5_000, 15_000, 60_000, 300_000] as const',
    replace: '[] as readonly number[]',
  },
  {
    name: 'waiting adds are superseded by themselves when the worker starts',
    expected: ['wrong state', 'lost'],
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['waiting'])) as any).value ?? []) await deps.outbox.applyToAdd(id, { type: 'superseded', by: id });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'a move is repeated a day later',
    expected: ['wrong content'],
    file: 'lib/services/adding/resume-adds.ts',
    find: 'const MOVE_TTL_MS = 600_000;',
    replace: 'const MOVE_TTL_MS = 86_400_000;',
  },
  {
    name: 'queued messages become unconfirmed when the worker starts',
    expected: ['wrong state'],
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['queued'])) as any).value ?? []) await deps.outbox.applyToSend(id, { type: 'dispatched', baseline: [], skewMs: null, dispatchedAt: new Date(0).toISOString() });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'Try again posts a new message',
    expected: ['doubled', 'wrong state', 'wrong content'],
    file: 'lib/services/sending/retry-message.ts',
    find: 'const requested = await client.retry(id);',
    replace:
      'const { contactId, senderId, text } = before.value as any;\n    const requested = (await (client as any).send({ contactId, senderId, text })) as any;',
  },
  {
    name: 'Try again skips the look at the state',
    expected: ['wrong content', 'doubled'],
    file: 'lib/services/sending/retry-message.ts',
    find: "if (!before.ok || before.value.state !== 'failed') return before;",
    replace: 'if (!before.ok) return before;',
  },
  {
    name: 'Try again does nothing',
    expected: ['wrong state'],
    file: 'lib/services/sending/retry-message.ts',
    find: "if (!before.ok || before.value.state !== 'failed') return before;",
    replace: 'if (before.ok) return before;',
  },
  {
    name: 'Try again always answers busy',
    expected: ['wrong state'],
    file: 'lib/services/sending/retry-message.ts',
    find: 'await deps.ifFree(`retry:${id}`, () => retry(id))',
    replace: 'await deps.ifFree(`retry:${id}`, () => Promise.resolve(null))',
  },
  {
    name: 'Try again asks GetSales twice',
    expected: ['doubled', 'wrong content'],
    file: 'lib/services/sending/retry-message.ts',
    find: 'const requested = await client.retry(id);',
    replace: 'await client.retry(id);\n    const requested = await client.retry(id);',
  },
];
