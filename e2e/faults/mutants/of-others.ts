import type { Mutant } from './plant';

const UNDO = 'lib/services/adding/undo-executor.ts';
const UNDO_ADD = 'lib/services/adding/undo-add.ts';
const ACTIVITY = 'lib/services/activity/activity.ts';
const ADD_CONTACT = 'lib/services/adding/add-contact.ts';
const HANDLERS = 'lib/services/worker/handlers.ts';

/** Faults with what other people do at the same time, late undos, Remove, Clear log and new lists. */
export const OTHERS_MUTANTS: readonly Mutant[] = [
  {
    name: 'undo deletes a contact that someone else changed since',
    expected: ['lost'],
    file: UNDO,
    find: 'if (!isUntouched(contact, entry, undo))',
    replace: 'if (false)',
  },
  {
    name: 'undo deletes a contact that someone else tagged',
    expected: ['lost'],
    file: UNDO,
    find: '&& foreignTags <= 0',
    replace: '',
  },
  {
    name: 'undo deletes a contact whose stage someone else set',
    expected: ['lost'],
    file: UNDO,
    find: 'contact.stageId === made.stageId &&',
    replace: '',
  },
  {
    name: 'undo deletes a contact that wrote',
    expected: ['lost'],
    file: UNDO,
    find: 'return isSilent &&',
    replace: 'return',
  },
  {
    name: 'Undo is offered for a contact that a colleague added just before',
    expected: ['wrong state', 'lost'],
    file: 'lib/services/adding/add-effect.ts',
    find: 'return Date.parse(contact.createdAt) >= atServerMs - CLOCK_GRAIN_MS;',
    replace: 'return true;',
  },
  {
    name: 'an add is measured by a clock that jumps',
    expected: ['wrong state', 'lost'],
    file: 'lib/services/worker/account-services.ts',
    find: 'monotonic: deps.monotonic,',
    replace: 'monotonic: deps.now,',
  },
  {
    name: 'undo deletes a contact to which someone else wrote',
    expected: ['lost'],
    file: UNDO,
    find: ' && contact.connections.every((connection) => connection.lastMessageAt === null)',
    replace: '',
  },
  {
    name: 'undo deletes a contact that someone else moved',
    expected: ['lost'],
    file: UNDO,
    find: 'contact.listId === listId &&',
    replace: '',
  },
  {
    name: 'undo moves a contact back that someone else moved on',
    expected: ['lost', 'wrong content'],
    file: UNDO,
    find: "return contact?.listId === undo.toListId ? ok('undone') : err({ code: 'undo-unsafe' });",
    replace: "return ok(contact?.listId === undo.toListId ? 'undone' : 'as-added');",
  },
  {
    name: 'undo moves a contact back after the user wrote to it',
    expected: ['lost'],
    file: UNDO_ADD,
    find: "if (other.kind === 'send') return isMessageTo(other, undoable);",
    replace: "if (other.kind === 'send') return false;",
  },
  {
    name: 'undo has no time limit',
    expected: ['wrong state'],
    file: UNDO_ADD,
    find: 'const isInTime = leftMs >= -GRACE_MS && leftMs <= UNDO_MS + GRACE_MS;',
    replace: 'const isInTime = !Number.isNaN(leftMs);',
  },
  {
    name: 'a message of someone else with the same words counts as the sent one',
    expected: ['wrong state'],
    file: 'lib/services/sending/dispatch-message.ts',
    find: 'baseline: messages.map((message) => message.id),',
    replace: 'baseline: [],',
  },
  {
    name: 'Remove removes other entries as well',
    expected: ['lost'],
    file: ACTIVITY,
    find: 'entry.id === entryId && !addContact',
    replace: '!addContact',
  },
  {
    name: 'Remove answers yes and removes nothing',
    expected: ['wrong state'],
    file: HANDLERS,
    find: "'activity.remove': stored(({ activity }, { entryId }) => activity.remove(entryId)),",
    replace: "'activity.remove': stored(() => Promise.resolve({ ok: true, value: null } as const)),",
  },
  {
    name: 'Clear log keeps everything',
    expected: ['wrong state'],
    file: ACTIVITY,
    find: "({ state }) => open.value.length === 0 || state.name !== 'superseded',",
    replace: '() => false,',
  },
  {
    name: 'Clear log removes what waits',
    expected: ['lost'],
    file: ACTIVITY,
    find: 'const removed = await removeEntries(\n        ENDED_STATES,',
    replace: "const removed = await removeEntries(\n        [...ENDED_STATES, 'queued', 'waiting', 'unknown'],",
  },
  {
    name: 'Cancel add answers yes for a person that GetSales has',
    expected: ['wrong state'],
    file: ADD_CONTACT,
    find: "const NOT_ADDED = ['waiting',",
    replace: "const NOT_ADDED = ['done', 'waiting',",
  },
  {
    name: 'Cancel add lets a retry that is under way go on',
    expected: ['wrong state'],
    file: 'lib/services/adding/attempt-add.ts',
    find: 'if (cancelled.has(entry.id))',
    replace: 'if (false)',
  },
  {
    name: 'a list is created twice',
    expected: ['doubled'],
    file: 'lib/services/workspace/catalog.ts',
    find: 'const created = await client.createList(',
    replace: 'await client.createList(name);\n      const created = await client.createList(',
  },
  {
    name: 'a list is created beside one of that name',
    expected: ['doubled'],
    file: 'lib/services/workspace/catalog.ts',
    find: 'found.value === null ? await createMissing(name)',
    replace: "found.value?.name !== '' ? await createMissing(name)",
  },
  {
    name: 'Undo deletes a contact that others may have changed before the answer',
    expected: ['lost'],
    file: 'lib/services/adding/add-effect.ts',
    find: 'isFresh === true && !evidence.mayHaveArrived',
    replace: 'isFresh === true',
  },
];
