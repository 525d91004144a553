import type { Mutant } from './plant';

const CONTACTS = 'lib/getsales/resources/contacts.ts';
const OUTCOME = 'lib/services/adding/add-outcome.ts';
const ATTEMPT = 'lib/services/adding/attempt-add.ts';
const UNDO = 'lib/services/adding/undo-executor.ts';
const RECOVERY = 'lib/services/worker/recovery.ts';

/** Faults in adds and their undo. */
export const ADD_MUTANTS: readonly Mutant[] = [
  {
    name: 'waiting adds are refused when the worker starts',
    expected: ['wrong state'],
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id, state } of ((await deps.outbox.inStates(['waiting'])) as any).value ?? []) {\n    await deps.outbox.applyToAdd(id, { type: 'resumed' });\n    await deps.outbox.applyToAdd(id, { type: 'refused', error: state.error });\n  }\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
    isInShortForm: true,
  },
  {
    name: 'waiting adds are removed when the worker starts',
    expected: ['lost'],
    file: RECOVERY,
    find: 'const dispatching = await deps.outbox.inStates',
    replace: "await deps.outbox.remove(['waiting'], () => true);\n  const dispatching = await deps.outbox.inStates",
  },
  {
    name: 'waiting adds are never tried again',
    expected: ['wrong state', 'error'],
    file: RECOVERY,
    find: "resumeAdds(adds.filter(isIn('waiting', 'dispatching')), isReconnected)",
    replace: 'null',
  },
  {
    name: 'a person is put on the list of the first add',
    expected: ['wrong content'],
    file: CONTACTS,
    find: '      list_uuid: listId,\n      ...customFieldsOf',
    replace: '      list_uuid: ((globalThis as any).firstList ??= listId),\n      ...customFieldsOf',
  },
  {
    name: 'an existing contact is moved although the user chose to keep it',
    expected: ['wrong content'],
    file: ATTEMPT,
    find: "moveToList: entry.ifPresent === 'move'",
    replace: 'moveToList: true',
  },
  {
    name: 'an existing contact is kept although the user chose to move it',
    expected: ['wrong content'],
    file: ATTEMPT,
    find: "moveToList: entry.ifPresent === 'move'",
    replace: 'moveToList: false',
  },
  {
    name: 'a contact that GetSales has is never moved',
    expected: ['wrong content', 'wrong state'],
    file: ATTEMPT,
    find: 'const upserted = await upsertUntilKnown(deps, entry, isRepeated);',
    replace:
      "const known = found.ok && found.value !== 'absent' ? found.value : null;\n  const upserted = known === null ? await upsertUntilKnown(deps, entry, isRepeated) : ok({ contact: known, serverNowMs: null, mayHaveArrived: true });",
  },
  {
    name: "an existing contact's fields are overwritten",
    expected: ['wrong content'],
    file: CONTACTS,
    find: 'update_if_exists: false',
    replace: 'update_if_exists: true',
  },
  {
    name: 'the name of the person gets lost',
    expected: ['wrong content'],
    file: ATTEMPT,
    find: 'const request = { identity, listId, draft, moveToList',
    replace: 'const request = { identity, listId, draft: { ...draft, lastName: undefined }, moveToList',
  },
  {
    name: 'undo does nothing and says undone',
    expected: ['wrong state'],
    file: UNDO,
    find: 'const sent = await request(undoable);',
    replace: 'const sent = ok(null) as any;',
  },
  {
    name: 'undo answers yes and leaves the add as it is',
    expected: ['wrong state'],
    file: 'lib/services/worker/handlers.ts',
    find: "'contact.undo': acting(({ undoAdd }, { entryId }) => undoAdd.undo(entryId)),",
    replace: "'contact.undo': acting(() => Promise.resolve({ ok: true, value: null } as const)),",
  },
  {
    name: 'undo deletes a contact that was only moved',
    expected: ['lost'],
    file: UNDO,
    find: "if (undo.kind === 'remove') return client.removeContact(outcome.contactId);",
    replace: 'if (undo.kind !== null) return client.removeContact(outcome.contactId);',
  },
  {
    name: 'undo deletes a contact that was there before',
    expected: ['lost', 'wrong state'],
    file: 'lib/services/adding/add-effect.ts',
    find: "if (!isOnList) return { effect: 'kept', undo: null };",
    replace:
      "if (!isOnList) return { effect: 'kept', undo: { kind: 'remove', stageId: contact.stageId, tagIds: contact.tagIds } };",
  },
  {
    name: 'undo moves a contact back to the wrong list',
    expected: ['wrong state', 'wrong content'],
    file: UNDO,
    find: 'listId: undo.toListId,',
    replace: 'listId: entry.listId,',
  },
  {
    name: 'every undo is refused as unsafe',
    expected: ['wrong state'],
    file: 'lib/services/adding/undo-add.ts',
    find: 'const checked = await executor.checkContact(undoable);',
    replace: "const checked = err({ code: 'undo-unsafe' } as const) as any;",
  },
  {
    name: 'undo is never offered',
    expected: ['wrong state'],
    file: OUTCOME,
    find: 'undoUntil: undo === null ? null : new Date(now() + UNDO_MS).toISOString()',
    replace: 'undoUntil: null',
  },
  {
    name: 'a superseded add is carried out as well',
    expected: ['wrong content'],
    file: 'lib/services/adding/attempt-add.ts',
    find: 'if (isEarlier) await',
    replace: 'if (isEarlier && other.id === id) await',
  },
  {
    name: 'a newer add is superseded by the older one',
    expected: ['wrong state'],
    file: 'lib/services/adding/attempt-add.ts',
    find: 'index < place && other.kind',
    replace: 'index > place && other.kind',
  },
  {
    name: 'an add is shown as done although GetSales did not answer',
    expected: ['lost', 'wrong state'],
    file: OUTCOME,
    find: "await deps.outbox.applyToAdd(id, { type: 'delayed', error, retryAt, mayHaveArrived });",
    replace:
      "await deps.outbox.applyToAdd(id, { type: 'completed', undo: null, outcome: { effect: 'created', contactId: id as any, listId: null, listName: null, undoUntil: null } });",
  },
  {
    name: 'an add is refused when GetSales has trouble',
    expected: ['wrong state'],
    file: ATTEMPT,
    find: "return fate === 'not-done' && (isForbidden || FINAL.has(error.code));",
    replace:
      "return (fate === 'not-done' && (isForbidden || FINAL.has(error.code))) || error.code === 'server-trouble';",
  },
  {
    name: 'the effect of an add is always shown as created',
    expected: ['wrong state'],
    file: OUTCOME,
    find: 'effect,\n    contactId',
    replace: "effect: 'created',\n    contactId",
  },
  {
    name: 'a waiting add is retried only after a day',
    expected: ['wrong state', 'error'],
    file: 'lib/services/retry-times.ts',
    find: 'return Math.max(stated, backoffMs(',
    replace: 'return 86_400_000 + Math.max(stated, backoffMs(',
  },
  {
    name: 'an undo that was interrupted is given up',
    expected: ['wrong state'],
    file: UNDO,
    find: 'const isUnsafe = !checked.ok ||',
    replace: 'const isUnsafe = true || !checked.ok ||',
  },
  {
    name: 'an undo that was interrupted counts as done',
    expected: ['wrong state'],
    file: UNDO,
    find: "if (checked.ok && checked.value === 'undone')",
    replace: 'if (checked.ok)',
  },
  {
    name: 'the headline of the first person is sent for everyone',
    expected: ['wrong content'],
    file: 'lib/getsales/wire/contact-input.ts',
    find: 'headline: draft.headline,',
    replace: 'headline: ((globalThis as any).firstHeadline ??= draft.headline),',
  },
];
