import { beforeEach, describe, expect, test } from 'vitest';
import { AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore, type Outbox, type OutboxStore } from './outbox';
import { accountA, addEntry, entryIdOf, messageIdOf, sendEntry } from './testing/entries';

const accountB = AccountId.parse(LEGACY_ACCOUNT_ID);
const refused = { type: 'refused', error: { code: 'bad-request' } } as const;
const accepted = { type: 'accepted', messageId: messageIdOf(9) } as const;
const missing = err({ code: 'not-found', what: 'entry' });

let store: OutboxStore;
let outbox: Outbox;

/** Two accounts share the database; the outbox is the first one's. */
beforeEach(async () => {
  store = createOutboxStore(Date.now);
  outbox = store.of({ owns: (account) => account === accountA });
  const everyone = store.of({ owns: () => true });
  for (const entry of [addEntry(1), sendEntry(2)]) await everyone.add(entry);
  for (const entry of [addEntry(3, { account: accountB }), sendEntry(4, { account: accountB })])
    await everyone.add(entry);
});

const idsOfAll = async (): Promise<readonly string[]> => {
  const all = await store.of({ owns: () => true }).recent({ contactId: null });
  return all.ok ? all.value.map(({ id }) => id) : expect.fail(all.error.code);
};

describe('entries of another account', () => {
  const own = [{ id: entryIdOf(2) }, { id: entryIdOf(1) }];

  test('are not read', async () => {
    expect(await outbox.get(entryIdOf(3))).toEqual(ok(null));
    expect(await outbox.recent({ contactId: null })).toMatchObject(ok(own));
    expect(await outbox.inStates(['dispatching'])).toMatchObject(ok(own.toReversed()));
    expect(await outbox.page({ passes: () => true, after: null, limit: 10 })).toMatchObject(
      ok({ entries: own, next: null, damaged: 0 }),
    );
  });

  test('are not changed', async () => {
    expect(await outbox.applyToAdd(entryIdOf(3), refused)).toEqual(missing);
    expect(await outbox.applyToSend(entryIdOf(4), accepted)).toEqual(missing);
  });

  test('are not removed with the account’s own', async () => {
    expect(await outbox.remove(['dispatching'], ({ kind }) => kind === 'add')).toEqual(ok(1));
    expect(await idsOfAll()).toEqual([4, 3, 2].map(entryIdOf));
    expect(await outbox.removeAll()).toEqual(ok(null));
    expect(await idsOfAll()).toEqual([4, 3].map(entryIdOf));
  });
});

describe('a sealed outbox', () => {
  const writes: readonly [string, (sealed: Outbox) => Promise<unknown>][] = [
    ['add', (sealed) => sealed.add(addEntry(5))],
    ['applyToAdd', (sealed) => sealed.applyToAdd(entryIdOf(1), refused)],
    ['applyToSend', (sealed) => sealed.applyToSend(entryIdOf(2), accepted)],
    ['remove', (sealed) => sealed.remove(['dispatching'], () => true)],
    ['removeAll', (sealed) => sealed.removeAll()],
  ];

  test.each(writes)('refuses to %s, and changes nothing', async (_name, write) => {
    expect(await write(store.of({ owns: () => true, isSealed: () => true }))).toEqual(err({ code: 'key-replaced' }));
    expect(await idsOfAll()).toEqual([4, 3, 2, 1].map(entryIdOf));
    expect(await outbox.inStates(['dispatching'])).toEqual(ok([addEntry(1), sendEntry(2)]));
  });

  test.each(writes)('can %s until it is sealed', async (_name, write) => {
    expect(await write(store.of({ owns: () => true, isSealed: () => false }))).toMatchObject({ ok: true });
  });

  test('can still be read', async () => {
    const sealed = store.of({ owns: () => true, isSealed: () => true });
    expect(await sealed.get(entryIdOf(1))).toEqual(ok(addEntry(1)));
  });
});
