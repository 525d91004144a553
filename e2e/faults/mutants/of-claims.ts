import type { Mutant } from './plant';

const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const SEND_TABLE = 'lib/domain/outbox/send-transitions.ts';

/** Faults in what screens say of messages and adds. */
export const CLAIM_MUTANTS: readonly Mutant[] = [
  {
    name: 'the newest earlier message is shown as the sent one',
    expected: ['wrong state'],
    file: DISPATCH,
    find: "await deps.settle(id, { type: 'unconfirmed', error });",
    replace:
      "const [last] = entry.baseline;\n  await deps.settle(id, last === undefined ? { type: 'unconfirmed', error } : { type: 'accepted', messageId: last });",
  },
  {
    name: 'a message is cancelled after it was posted',
    expected: ['wrong state', 'wrong content'],
    file: SEND_TABLE,
    find: "dispatching: { 'not-posted': 'queued',",
    replace: "dispatching: { cancelled: 'cancelled', 'not-posted': 'queued',",
  },
  {
    name: 'Activity shows open entries as ended',
    expected: ['wrong state'],
    file: 'lib/services/activity/activity.ts',
    find: 'return page.ok ? ok({ ...page.value, lostAt: await lostAt() }) : page;',
    replace:
      "const entries = page.ok ? page.value.entries.map((entry) => (entry.state.name === 'unknown' ? { ...entry, state: { name: 'cancelled', why: 'by-user' } } : entry)) : [];\n      return page.ok ? (ok({ ...page.value, entries, lostAt: await lostAt() }) as any) : page;",
  },
  {
    name: 'Activity hides messages that failed',
    expected: ['lost'],
    file: 'lib/services/activity/activity.ts',
    find: 'all: () => true,',
    replace: "all: ({ state }) => state.name !== 'refused',",
  },
  {
    name: 'an add shows the name of another list',
    expected: ['wrong state'],
    file: 'lib/services/adding/add-outcome.ts',
    find: 'if (listId === null || listId === entry.listId) return listId === null ? null : entry.listName;',
    replace: 'if (listId !== null) return entry.listName;',
  },
];
