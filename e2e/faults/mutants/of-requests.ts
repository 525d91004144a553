import type { Mutant } from './plant';

const CONTACT_INPUT = 'lib/getsales/wire/contact-input.ts';
const ADD = 'lib/services/adding/add-contact.ts';
const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const SEND = 'lib/services/sending/send-message.ts';
const RETRY_TIMES = 'lib/services/retry-times.ts';
const ATTEMPT = 'lib/getsales/http/attempt.ts';
const MATCH = 'lib/services/sending/match-sent.ts';
const ADD_TABLE = 'lib/domain/outbox/add-transitions.ts';
const SEND_TABLE = 'lib/domain/outbox/send-transitions.ts';
const SCHEDULER = 'lib/services/worker/scheduler.ts';
const UNDO = 'lib/services/adding/undo-executor.ts';

export const REQUEST_MUTANTS: readonly Mutant[] = [
  {
    name: 'the company of the person gets lost',
    file: CONTACT_INPUT,
    find: 'company_name: draft.company,',
    replace: '',
  },
  {
    name: 'the position is taken from the headline',
    file: CONTACT_INPUT,
    find: 'position: draft.position,',
    replace: 'position: draft.headline,',
  },
  {
    name: 'first and last name are swapped',
    file: CONTACT_INPUT,
    find: 'first_name: draft.firstName,\n    last_name: draft.lastName,',
    replace: 'first_name: draft.lastName,\n    last_name: draft.firstName,',
  },
  { name: 'the member id gets lost', file: CONTACT_INPUT, find: 'ln_id: identity.memberId,', replace: '' },
  {
    name: 'a long headline is cut off',
    file: CONTACT_INPUT,
    find: 'headline: draft.headline,',
    replace: 'headline: draft.headline?.slice(0, 120),',
  },
  {
    name: 'the list is that of the previous add',
    file: ADD,
    find: 'return {\n    ...what,',
    replace:
      'const previous = (globalThis as any).previousList ?? what.listId;\n  (globalThis as any).previousList = what.listId;\n  return {\n    ...what,\n    listId: previous,',
  },
  {
    name: 'the text is normalised',
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: "deps.client.send({ contactId, senderId, text: text.normalize('NFC') })",
  },
  {
    name: 'empty lines in the text are removed',
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: "deps.client.send({ contactId, senderId, text: text.replaceAll(/\\n+/gu, '\\n') })",
  },
  {
    name: 'a long text is cut off',
    file: DISPATCH,
    find: 'deps.client.send({ contactId, senderId, text })',
    replace: 'deps.client.send({ contactId, senderId, text: text.slice(0, 1_000) })',
  },
  {
    name: 'a queued message is written again under a new id',
    file: 'lib/services/sending/resume-sends.ts',
    find: 'const done = await sendMessage.resume(entry);',
    replace:
      'await outbox.add({ ...entry, id: crypto.randomUUID() as any });\n      const done = await sendMessage.resume(entry);',
  },
  {
    name: 'a message that was there before is taken for the sent one',
    file: MATCH,
    find: '!entry.baseline.includes(message.id) &&',
    replace: '',
  },
  {
    name: 'an older message is taken for the sent one',
    file: MATCH,
    find: '    isDatedAfter(message, entry)\n',
    replace: '    true\n',
  },
  {
    name: 'a message of another entry is taken for the sent one',
    file: MATCH,
    find: '!claimed.has(message.id) && !later',
    replace: '!later',
  },
  {
    name: 'the newest earlier message is shown as the sent one',
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace:
      "const [last] = entry.baseline;\n  await deps.settle(id, last === undefined ? { type: 'unconfirmed', error } : { type: 'accepted', messageId: last });",
  },
  {
    name: 'a message is cancelled after it was posted',
    file: SEND_TABLE,
    find: "dispatching: { 'not-posted': 'queued',",
    replace: "dispatching: { cancelled: 'cancelled', 'not-posted': 'queued',",
  },
  {
    name: 'an unconfirmed message can be cancelled',
    file: SEND_TABLE,
    find: "unknown: { checked: 'unknown',",
    replace: "unknown: { cancelled: 'cancelled', checked: 'unknown',",
  },
  {
    name: 'the pause that GetSales asked for is ignored',
    file: ATTEMPT,
    find: 'if (status === 429) deps.limiter.pause(pauseMs);',
    replace: '',
  },
  {
    name: 'a waiting add is retried before the pause is over',
    file: RETRY_TIMES,
    find: "error.code === 'rate-limited' ? error.retryAfterMs : 0",
    replace: '0',
  },
  {
    name: 'a rejected key is used on',
    file: ATTEMPT,
    find: "if (meaning.error.code === 'key-rejected') deps.onKeyRejected(who.key);",
    replace: '',
  },
  {
    name: 'a second message overtakes a queued one',
    file: SEND,
    find: "if (open.value.some((other) => other.kind === 'send' && isSameThread(other, input))) return err({ code: 'busy' });",
    replace: '',
  },
  {
    name: 'the superseded add is not put back when the newer one is refused',
    file: ADD_TABLE,
    find: "refused: 'restore-superseded',",
    replace: '',
  },
  {
    name: 'the superseded add is not put back when the newer one is undone',
    file: ADD_TABLE,
    find: "'undo-completed': 'restore-superseded',",
    replace: '',
  },
  {
    name: 'every superseded add is put back',
    file: 'lib/outbox/store-effects.ts',
    find: ' || other.state.by !== by) continue;',
    replace: ') continue;',
  },
  {
    name: 'no alarm is set before work that may outlive the worker',
    file: SCHEDULER,
    find: 'const ensureRestart = (): Promise<unknown> => deps.setAlarm(now() + ALARM_MIN_MS);',
    replace: 'const ensureRestart = (): Promise<unknown> => Promise.resolve();',
  },
  {
    name: 'a new message waits for background work',
    file: 'lib/services/worker/handlers.ts',
    find: "'message.send': acting(({ sendMessage }, input) => sendMessage.send(input)),",
    replace:
      "'message.send': acting(async ({ sendMessage }, input) => {\n      await services.recovery.processDue(false);\n      return sendMessage.send(input);\n    }),",
  },
  {
    name: 'Activity shows open entries as ended',
    file: 'lib/services/activity/activity.ts',
    find: 'return page.ok ? ok({ ...page.value, lostAt: await lostAt() }) : page;',
    replace:
      "const entries = page.ok ? page.value.entries.map((entry) => (entry.state.name === 'unknown' ? { ...entry, state: { name: 'cancelled', why: 'by-user' } } : entry)) : [];\n      return page.ok ? (ok({ ...page.value, entries, lostAt: await lostAt() }) as any) : page;",
  },
  {
    name: 'Activity hides messages that failed',
    file: 'lib/services/activity/activity.ts',
    find: 'all: () => true,',
    replace: "all: ({ state }) => state.name !== 'refused',",
  },
  {
    name: 'a contact that somebody wrote to is deleted by an undo',
    file: UNDO,
    find: "if (!isUntouched(contact, entry, undo)) return err({ code: 'undo-unsafe' });",
    replace: '',
  },
  {
    name: 'an add shows the name of another list',
    file: 'lib/services/adding/add-outcome.ts',
    find: 'if (listId === null || listId === entry.listId) return listId === null ? null : entry.listName;',
    replace: 'if (listId !== null) return entry.listName;',
  },
  {
    name: 'the name of the first person is shown for everyone',
    file: ADD,
    find: '    createdAt: new Date(now()).toISOString(),',
    replace:
      '    createdAt: new Date(now()).toISOString(),\n    personName: ((globalThis as any).firstName ??= what.personName),',
  },
];
