import type { Plant } from './plant';

/** A fault planted in the product, to see that the judge finds it. */
export interface Mutant extends Plant {
  readonly name: string;
  /** Whether `npm test` runs it. */
  readonly isInShortForm?: true;
}

const CLIENT = 'lib/getsales/resources/messages.ts';
const CONTACTS = 'lib/getsales/resources/contacts.ts';
const SEND = 'lib/services/sending/send-message.ts';
const DISPATCH = 'lib/services/sending/dispatch-message.ts';
const CANCEL_PERIODS = 'lib/services/sending/cancel-periods.ts';
const SEND_TABLE = 'lib/domain/outbox/send-transitions.ts';
const RESUME_SENDS = 'lib/services/sending/resume-sends.ts';
const RECONCILE = 'lib/services/sending/reconcile.ts';
const OUTCOME = 'lib/services/adding/add-outcome.ts';
const ATTEMPT = 'lib/services/adding/attempt-add.ts';
const UNDO = 'lib/services/adding/undo-executor.ts';
const RECOVERY = 'lib/services/worker/recovery.ts';

export const MUTANTS: readonly Mutant[] = [
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
    name: 'waiting adds are refused when the worker starts',
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id, state } of ((await deps.outbox.inStates(['waiting'])) as any).value ?? []) {\n    await deps.outbox.applyToAdd(id, { type: 'resumed' });\n    await deps.outbox.applyToAdd(id, { type: 'refused', error: state.error });\n  }\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
    isInShortForm: true,
  },
  {
    name: 'waiting adds are removed when the worker starts',
    file: RECOVERY,
    find: 'const dispatching = await deps.outbox.inStates',
    replace: "await deps.outbox.remove(['waiting'], () => true);\n  const dispatching = await deps.outbox.inStates",
  },
  {
    name: 'waiting adds are never tried again',
    file: RECOVERY,
    find: "resumeAdds(adds.filter(isIn('waiting', 'dispatching')), isReconnected)",
    replace: 'null',
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
    name: 'a person is put on the list of the first add',
    file: CONTACTS,
    find: '      list_uuid: listId,\n      ...customFieldsOf',
    replace: '      list_uuid: ((globalThis as any).firstList ??= listId),\n      ...customFieldsOf',
  },
  {
    name: 'an existing contact is moved although the user chose to keep it',
    file: ATTEMPT,
    find: "moveToList: entry.ifPresent === 'move'",
    replace: 'moveToList: true',
  },
  {
    name: 'an existing contact is kept although the user chose to move it',
    file: ATTEMPT,
    find: "moveToList: entry.ifPresent === 'move'",
    replace: 'moveToList: false',
  },
  {
    name: 'a contact that GetSales has is never moved',
    file: ATTEMPT,
    find: 'const upserted = await upsertUntilKnown(deps, entry, isRepeated);',
    replace:
      "const known = found.ok && found.value !== 'absent' ? found.value : null;\n  const upserted = known === null ? await upsertUntilKnown(deps, entry, isRepeated) : ok<Upserted>({ contact: known, serverNowMs: null });",
  },
  {
    name: "an existing contact's fields are overwritten",
    file: CONTACTS,
    find: 'update_if_exists: false',
    replace: 'update_if_exists: true',
  },
  {
    name: 'the name of the person gets lost',
    file: ATTEMPT,
    find: 'const request = { identity, listId, draft, moveToList',
    replace: 'const request = { identity, listId, draft: { ...draft, lastName: undefined }, moveToList',
  },
  {
    name: 'undo does nothing and says undone',
    file: UNDO,
    find: 'const sent = await request(undoable);',
    replace: 'const sent = ok(null) as any;',
    isInShortForm: true,
  },
  {
    name: 'undo answers yes and leaves the add as it is',
    file: 'lib/services/worker/handlers.ts',
    find: "'contact.undo': acting(({ undoAdd }, { entryId }) => undoAdd.undo(entryId)),",
    replace: "'contact.undo': acting(() => Promise.resolve({ ok: true, value: null } as const)),",
  },
  {
    name: 'undo deletes a contact that was only moved',
    file: UNDO,
    find: "if (undo.kind === 'remove') return client.removeContact(outcome.contactId);",
    replace: 'if (undo.kind !== null) return client.removeContact(outcome.contactId);',
  },
  {
    name: 'undo deletes a contact that was there before',
    file: 'lib/services/adding/add-effect.ts',
    find: "if (!isOnList) return { effect: 'kept', undo: null };",
    replace:
      "if (!isOnList) return { effect: 'kept', undo: { kind: 'remove', stageId: contact.stageId, tagIds: contact.tagIds } };",
  },
  {
    name: 'undo moves a contact back to the wrong list',
    file: UNDO,
    find: 'listId: undo.toListId,',
    replace: 'listId: entry.listId,',
  },
  {
    name: 'every undo is refused as unsafe',
    file: 'lib/services/adding/undo-add.ts',
    find: 'const checked = await executor.checkContact(undoable);',
    replace: "const checked = err({ code: 'undo-unsafe' } as const) as any;",
  },
  {
    name: 'undo is never offered',
    file: OUTCOME,
    find: 'undoUntil: undo === null ? null : new Date(now() + UNDO_MS).toISOString()',
    replace: 'undoUntil: null',
  },
  {
    name: 'a superseded add is carried out as well',
    file: 'lib/services/adding/attempt-add.ts',
    find: 'if (isEarlier) await',
    replace: 'if (isEarlier && other.id === id) await',
  },
  {
    name: 'a newer add is superseded by the older one',
    file: 'lib/services/adding/attempt-add.ts',
    find: 'other.createdAt < createdAt && isSamePerson',
    replace: 'other.createdAt > createdAt && isSamePerson',
  },
  {
    name: 'an add is shown as done although GetSales did not answer',
    file: OUTCOME,
    find: "await deps.outbox.applyToAdd(id, { type: 'delayed', error, retryAt, mayHaveArrived });",
    replace:
      "await deps.outbox.applyToAdd(id, { type: 'completed', undo: null, outcome: { effect: 'created', contactId: id as any, listId: null, listName: null, undoUntil: null } });",
  },
  {
    name: 'an add is refused when GetSales has trouble',
    file: ATTEMPT,
    find: "return fate === 'not-done' && (isForbidden || FINAL.has(error.code));",
    replace:
      "return (fate === 'not-done' && (isForbidden || FINAL.has(error.code))) || error.code === 'server-trouble';",
  },
  {
    name: 'the effect of an add is always shown as created',
    file: OUTCOME,
    find: 'effect,\n    contactId',
    replace: "effect: 'created',\n    contactId",
  },
  {
    name: 'a waiting add is retried only after a day',
    file: 'lib/services/retry-times.ts',
    find: 'return Math.max(stated, backoffMs(',
    replace: 'return 86_400_000 + Math.max(stated, backoffMs(',
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
    name: 'no alarm is set for waiting work',
    file: 'lib/services/worker/scheduler.ts',
    find: 'await deps.setAlarm(now() + Math.max(ALARM_MIN_MS, delay));',
    replace: '',
  },
  {
    name: 'the key of the connected account sends entries of another one',
    file: 'lib/services/worker/handlers.ts',
    find: "if (account !== generation.account.id) return err({ code: 'key-replaced' });",
    replace: '',
  },
  {
    name: 'signing out keeps the records',
    file: 'lib/services/account/session.ts',
    find: 'await deps.eraseRecords(null),',
    replace: '',
  },
  {
    name: 'signing out keeps the key',
    file: 'lib/services/account/session.ts',
    find: 'eraseEverything(await vault.erase())',
    replace: 'eraseEverything(ok(null))',
  },
  {
    name: 'the key is written to the request log',
    file: 'lib/getsales/http/attempt.ts',
    find: 'deps.onRequest(toLoggedRequest(call, status, sentAtMs));',
    replace:
      'const logged = toLoggedRequest(call, status, sentAtMs);\n    deps.onRequest({ ...logged, fieldNames: [...logged.fieldNames, who.key] });',
    isInShortForm: true,
  },
  {
    name: 'message texts are written to the request log',
    file: 'lib/getsales/http/attempt.ts',
    find: 'deps.onRequest(toLoggedRequest(call, status, sentAtMs));',
    replace:
      'const logged = toLoggedRequest(call, status, sentAtMs);\n    deps.onRequest({ ...logged, fieldNames: [...logged.fieldNames, JSON.stringify(call.body)] });',
  },
  {
    name: 'the key is stored unencrypted',
    file: 'lib/vault/vault.ts',
    find: '.put({ iv, ciphertext, generation',
    replace: '.put({ iv, ciphertext, key, generation',
  },
  {
    name: 'a message text is printed to the console',
    file: DISPATCH,
    find: 'const answer = await deps.client.send(',
    replace: 'console.log(text);\n  const answer = await deps.client.send(',
  },
  {
    name: 'queued messages become unconfirmed when the worker starts',
    file: RECOVERY,
    find: "const dispatching = await deps.outbox.inStates(['dispatching']);",
    replace:
      "for (const { id } of ((await deps.outbox.inStates(['queued'])) as any).value ?? []) await deps.outbox.applyToSend(id, { type: 'dispatched', baseline: [], skewMs: null, dispatchedAt: new Date(0).toISOString() });\n  const dispatching = await deps.outbox.inStates(['dispatching']);",
  },
  {
    name: 'an undo that was interrupted is given up',
    file: UNDO,
    find: 'const isUnsafe = !checked.ok ||',
    replace: 'const isUnsafe = true || !checked.ok ||',
  },
  {
    name: 'an undo that was interrupted counts as done',
    file: UNDO,
    find: "if (checked.ok && checked.value === 'undone')",
    replace: 'if (checked.ok)',
  },
  {
    name: 'Send anyway does not look for the first message',
    file: 'lib/services/sending/duplicate-guard.ts',
    find: "return first.state.name === 'refused' ? ok(null) : checkNotSent(deps, overridden);",
    replace: 'return ok(null);',
  },
  {
    name: 'the headline of the first person is sent for everyone',
    file: 'lib/getsales/wire/contact-input.ts',
    find: 'headline: draft.headline,',
    replace: 'headline: ((globalThis as any).firstHeadline ??= draft.headline),',
  },
  {
    name: 'the key is answered to pages',
    file: 'lib/services/account/session.ts',
    find: "ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account });",
    replace:
      "ok({ state: (await keyRejected.getValue()) ? 'rejected' : 'connected', account, ...known.value } as any);",
  },
];
