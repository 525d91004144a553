import type { Mutant } from './plant';

const CLIENT = 'lib/getsales/resources/messages.ts';
const SEND = 'lib/services/sending/send-message.ts';
const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const CANCEL_PERIODS = 'lib/services/sending/cancel-periods.ts';
const SEND_TABLE = 'lib/domain/outbox/send-transitions.ts';
const RECONCILE = 'lib/services/sending/reconcile.ts';

/** Faults in what is sent, shown and looked for. */
export const MESSAGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a message goes to the recipient of the first one',
    expected: ['wrong content'],
    file: CLIENT,
    find: 'lead_uuid: contactId, text }',
    replace: 'lead_uuid: ((globalThis as any).firstRecipient ??= contactId), text }',
    isInShortForm: true,
  },
  {
    name: 'a message goes out as the sender of the first one',
    expected: ['wrong content'],
    file: CLIENT,
    find: 'sender_profile_uuid: senderId, lead_uuid: contactId',
    replace: 'sender_profile_uuid: ((globalThis as any).firstSender ??= senderId), lead_uuid: contactId',
  },
  {
    name: 'the text is trimmed',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: text.trim() })',
  },
  {
    name: 'a message carries the text of the first one',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: ((globalThis as any).firstText ??= text) })',
  },
  {
    name: 'a delayed message is sent as another sender',
    expected: ['wrong content'],
    file: DISPATCH,
    find: '? post(deps, dispatched.value.entry)',
    replace:
      "? post(deps, entry.state.name === 'queued' && entry.state.blockedBy !== null ? { ...dispatched.value.entry, senderId: entry.contactId as any } : dispatched.value.entry)",
  },
  {
    name: 'a second POST follows an unconfirmed one',
    expected: ['doubled'],
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace:
      "await deps.client.send({ contactId, senderId, text });\n  await deps.settle(id, { type: 'unconfirmed', error });",
    isInShortForm: true,
  },
  {
    name: 'a message is sent without a cancel time',
    expected: ['wrong content'],
    file: CANCEL_PERIODS,
    find: 'if (left > 0) await sleep(left, controller.signal);',
    replace: 'if (left > 1e9) await sleep(left, controller.signal);',
  },
  {
    name: 'a delayed message is sent before its cancel time is over',
    expected: ['wrong content'],
    file: DISPATCH,
    find: 'await deps.cancelPeriods.wait(entry);',
    replace:
      "if (entry.state.name === 'queued' && entry.state.blockedBy === null) await deps.cancelPeriods.wait(entry);",
  },
  {
    name: 'cancel answers yes and does nothing',
    expected: ['wrong state', 'wrong content'],
    file: SEND,
    find: "const cancelled = await outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' });",
    replace: 'const cancelled = ok(null) as any;',
  },
  {
    name: 'a cancelled message is sent after all',
    expected: ['wrong state', 'wrong content'],
    file: SEND_TABLE,
    find: '  cancelled: {},\n} as const',
    replace: "  cancelled: { dispatched: 'dispatching', accepted: 'sent' },\n} as const",
  },
  {
    name: 'every cancel comes too late',
    expected: ['wrong state'],
    file: SEND,
    find: "const cancelled = await outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' });",
    replace: "const cancelled = err({ code: 'wrong-state', state: 'sent' }) as any;",
  },
  {
    name: 'a message is shown as sent without an id of GetSales',
    expected: ['wrong state'],
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace: "await deps.settle(id, { type: 'accepted', messageId: id as any });",
  },
  {
    name: 'an unconfirmed message is shown as refused',
    expected: ['wrong state'],
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace: "await deps.settle(id, { type: 'refused', error });",
  },
  {
    name: 'a sent message is shown as unconfirmed',
    expected: ['wrong state'],
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'accepted', messageId: answer.value.id });",
    replace: "await deps.settle(id, { type: 'unconfirmed', error: { code: 'unreachable', why: 'network' } });",
  },
  {
    name: 'every message is refused',
    expected: ['wrong state'],
    file: DISPATCH,
    find: 'const before = await client.sentMessages(contactId, senderId);',
    replace: "const before = err({ code: 'forbidden', by: 'api' }) as any;",
  },
  {
    name: 'unconfirmed messages are never looked for',
    expected: ['wrong state'],
    file: RECONCILE,
    find: 'const found = matchSent(',
    replace: 'const found = null as any; (',
  },
  {
    name: 'a message found in the conversation may be of another text',
    expected: ['wrong state'],
    file: 'lib/services/sending/match-sent.ts',
    find: "isSameText(message.text ?? '', entry.text) &&",
    replace: '',
  },
  {
    name: 'the same text is sent again while the first one is unconfirmed',
    expected: ['doubled'],
    file: 'lib/services/sending/duplicate-guard.ts',
    find: "return checked.ok ? err({ code: 'unconfirmed', entryId: first.id }) : checked;",
    replace: 'return checked;',
  },
  {
    name: 'the same text is sent again after the last check of the first one',
    expected: ['doubled'],
    file: 'lib/services/sending/duplicate-guard.ts',
    find: 'send.senderId === wanted.senderId &&',
    replace: 'send.senderId === wanted.senderId && send.state.checks < 6 &&',
  },
  {
    name: 'Send anyway does not look for the first message',
    expected: ['doubled'],
    file: 'lib/services/sending/duplicate-guard.ts',
    find: "return first.state.name === 'refused' ? ok(null) : checkNotSent(deps, overridden);",
    replace: 'return ok(null);',
  },
];
