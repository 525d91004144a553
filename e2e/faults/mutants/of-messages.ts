import type { Mutant } from './plant';

const CLIENT = 'lib/getsales/resources/messages.ts';
const SEND = 'lib/services/sending/send-message.ts';
const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const CANCEL_PERIODS = 'lib/services/sending/cancel-periods.ts';
const SEND_TABLE = 'lib/domain/outbox/send-transitions.ts';
const RESUME_SENDS = 'lib/services/sending/resume-sends.ts';
const RECONCILE = 'lib/services/sending/reconcile.ts';
const RECOVERY = 'lib/services/worker/recovery.ts';

/** Faults in what is sent, shown and looked for. */
export const MESSAGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a message goes to the recipient of the first one',
    file: CLIENT,
    find: 'lead_uuid: contactId, text }',
    replace: 'lead_uuid: ((globalThis as any).firstRecipient ??= contactId), text }',
    isInShortForm: true,
  },
  {
    name: 'a message goes out as the sender of the first one',
    file: CLIENT,
    find: 'sender_profile_uuid: senderId, lead_uuid: contactId',
    replace: 'sender_profile_uuid: ((globalThis as any).firstSender ??= senderId), lead_uuid: contactId',
  },
  {
    name: 'the text is trimmed',
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: text.trim() })',
  },
  {
    name: 'a message carries the text of the first one',
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: ((globalThis as any).firstText ??= text) })',
  },
  {
    name: 'a delayed message is sent as another sender',
    file: DISPATCH,
    find: '? post(deps, dispatched.value.entry)',
    replace:
      "? post(deps, entry.state.name === 'queued' && entry.state.blockedBy !== null ? { ...dispatched.value.entry, senderId: entry.contactId as any } : dispatched.value.entry)",
  },
  {
    name: 'a second POST follows an unconfirmed one',
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace:
      "await deps.client.send({ contactId, senderId, text });\n  await deps.settle(id, { type: 'unconfirmed', error });",
    isInShortForm: true,
  },
  {
    name: 'an interrupted POST is sent again after a restart',
    file: RESUME_SENDS,
    find: "{ type: 'unconfirmed', error: { code: 'unconfirmed', entryId: id } }",
    replace: "{ type: 'not-posted', sendAt: new Date(0).toISOString(), blockedBy: { code: 'offline' } }",
  },
  {
    name: 'a message is sent without a cancel time',
    file: CANCEL_PERIODS,
    find: 'if (left > 0) await sleep(left, controller.signal);',
    replace: 'if (left > 1e9) await sleep(left, controller.signal);',
  },
  {
    name: 'a delayed message is sent before its cancel time is over',
    file: DISPATCH,
    find: 'await deps.cancelPeriods.wait(entry);',
    replace:
      "if (entry.state.name === 'queued' && entry.state.blockedBy === null) await deps.cancelPeriods.wait(entry);",
  },
  {
    name: 'cancel answers yes and does nothing',
    file: SEND,
    find: "const cancelled = await outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' });",
    replace: 'const cancelled = ok(null) as any;',
  },
  {
    name: 'a cancelled message is sent after all',
    file: SEND_TABLE,
    find: '  cancelled: {},\n} as const',
    replace: "  cancelled: { dispatched: 'dispatching', accepted: 'sent' },\n} as const",
  },
  {
    name: 'every cancel comes too late',
    file: SEND,
    find: "const cancelled = await outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' });",
    replace: "const cancelled = err({ code: 'wrong-state', state: 'sent' }) as any;",
  },
  {
    name: 'a message is shown as sent without an id of GetSales',
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace: "await deps.settle(id, { type: 'accepted', messageId: id as any });",
  },
  {
    name: 'an unconfirmed message is shown as refused',
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace: "await deps.settle(id, { type: 'refused', error });",
  },
  {
    name: 'a sent message is shown as unconfirmed',
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'accepted', messageId: answer.value.id });",
    replace: "await deps.settle(id, { type: 'unconfirmed', error: { code: 'unreachable', why: 'network' } });",
  },
  {
    name: 'every message is refused',
    file: DISPATCH,
    find: 'const before = await client.sentMessages(contactId, senderId);',
    replace: "const before = err({ code: 'forbidden', by: 'api' }) as any;",
  },
  {
    name: 'queued messages are cancelled when the worker starts',
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['queued'])) as any).value ?? []) await deps.outbox.applyToSend(id, { type: 'cancelled', why: 'expired' });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'queued messages are removed when the worker starts',
    file: RECOVERY,
    find: 'const dispatching = await deps.outbox.inStates',
    replace: "await deps.outbox.remove(['queued'], () => true);\n  const dispatching = await deps.outbox.inStates",
  },
  {
    name: 'unconfirmed messages are never looked for',
    file: RECONCILE,
    find: 'const found = matchSent(',
    replace: 'const found = null as any; (',
  },
  {
    name: 'a message found in the conversation may be of another text',
    file: 'lib/services/sending/match-sent.ts',
    find: "isSameText(message.text ?? '', entry.text) &&",
    replace: '',
  },
  {
    name: 'the same text is sent again while the first one is unconfirmed',
    file: 'lib/services/sending/duplicate-guard.ts',
    find: "return checked.ok ? err({ code: 'unconfirmed', entryId: twin.id }) : checked;",
    replace: 'return checked;',
  },
  {
    name: 'an expired message is sent hours later',
    file: 'lib/services/retry-times.ts',
    find: 'return !(age <= SEND_TTL_MS && age >= -CLOCK_SLACK_MS);',
    replace: 'return age < -CLOCK_SLACK_MS;',
  },
  {
    name: 'Try again posts a new message',
    file: 'lib/services/sending/retry-message.ts',
    find: 'const requested = await client.retry(id);',
    replace:
      'const { contactId, senderId, text } = before.value as any;\n    const requested = (await (client as any).send({ contactId, senderId, text })) as any;',
  },
  {
    name: 'Try again skips the look at the state',
    file: 'lib/services/sending/retry-message.ts',
    find: "if (!before.ok || before.value.state !== 'failed') return before;",
    replace: 'if (!before.ok) return before;',
  },
  {
    name: 'Try again does nothing',
    file: 'lib/services/sending/retry-message.ts',
    find: "if (!before.ok || before.value.state !== 'failed') return before;",
    replace: 'if (before.ok) return before;',
  },
  {
    name: 'Try again always answers busy',
    file: 'lib/services/sending/retry-message.ts',
    find: 'await deps.ifFree(`retry:${id}`, () => retry(id))',
    replace: 'await deps.ifFree(`retry:${id}`, () => Promise.resolve(null))',
  },
  {
    name: 'Try again asks GetSales twice',
    file: 'lib/services/sending/retry-message.ts',
    find: 'const requested = await client.retry(id);',
    replace: 'await client.retry(id);\n    const requested = await client.retry(id);',
  },
  {
    name: 'messages that wait for a connection are never sent',
    file: RESUME_SENDS,
    find: 'if (dueAt(entry) > now()) continue;',
    replace: 'if (entry.id.length > 0) continue;',
  },
  {
    name: 'the worker looks for an unconfirmed message only when the user asks',
    file: 'lib/services/retry-times.ts',
    find: '[0, 2_000, 5_000, 15_000, 60_000, 300_000] as const',
    replace: '[] as readonly number[]',
  },
  {
    name: 'queued messages become unconfirmed when the worker starts',
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['queued'])) as any).value ?? []) await deps.outbox.applyToSend(id, { type: 'dispatched', baseline: [], skewMs: null, dispatchedAt: new Date(0).toISOString() });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'Send anyway does not look for the first message',
    file: 'lib/services/sending/duplicate-guard.ts',
    find: "return first.state.name === 'refused' ? ok(null) : checkNotSent(deps, overridden);",
    replace: 'return ok(null);',
  },
];
