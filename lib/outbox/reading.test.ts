import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';
import { DATABASE } from './database';
import { createOutboxStore, type Outbox } from './outbox';
import type { OutboxPage, PagePosition } from './queries';
import { addEntry, entryIdOf, sendEntry } from './testing/entries';

type Kind = 'send' | 'add' | 'damaged' | 'undated';
const timeOf = (second: number): string => new Date(Date.UTC(2026, 10, 23, 12, 0, second)).toISOString();

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(Date.now).of({ owns: () => true });
});

/** A record that cannot be read, with this time. */
async function addDamaged(id: string, createdAt: unknown): Promise<void> {
  const db = await openDB(DATABASE);
  await db.put('entries', { id, createdAt, stateName: 'dispatching', entry: { kind: 'send' } });
  db.close();
}

async function pagesOf(limit: number): Promise<readonly OutboxPage[]> {
  const pages: OutboxPage[] = [];
  let after: PagePosition | null = null;
  do {
    const page = await outbox.page({ passes: ({ kind }) => kind === 'send', after, limit });
    if (!page.ok) return expect.fail(page.error.code);
    pages.push(page.value);
    after = page.value.next;
  } while (after !== null);
  return pages;
}

test('pages show every entry that passes once, the last one first whatever the clock said, and count every damaged record once', async () => {
  const kind = fc.constantFrom<Kind>('send', 'add', 'damaged', 'undated');
  const records = fc.array(fc.record({ kind, second: fc.nat(4) }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(records, fc.integer({ min: 1, max: 4 }), async (wanted, limit) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      outbox = createOutboxStore(Date.now).of({ owns: () => true });
      await outbox.inStates([]);
      const write = {
        send: (n: number, second: number) => outbox.add(sendEntry(n, { createdAt: timeOf(second) })),
        add: (n: number, second: number) => outbox.add(addEntry(n, { createdAt: timeOf(second) })),
        damaged: (n: number, second: number) => addDamaged(entryIdOf(n), timeOf(second)),
        undated: (n: number) => addDamaged(entryIdOf(n), null),
      } as const;
      for (const [n, record] of wanted.entries()) await write[record.kind](n, record.second);
      const pages = await pagesOf(limit);
      const sends = wanted
        .map((record, n) => ({ ...record, id: entryIdOf(n) }))
        .filter((record) => record.kind === 'send')
        .reverse();
      expect(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(sends.map(({ id }) => id));
      expect(pages.every(({ entries }) => entries.length <= limit)).toBe(true);
      expect(pages).toHaveLength(Math.max(1, Math.ceil(sends.length / limit)));
      expect(pages.reduce((sum, { damaged }) => sum + damaged, 0)).toBe(
        wanted.filter(({ kind: written }) => written === 'damaged' || written === 'undated').length,
      );
    }),
    { numRuns: 40 },
  );
});

test('entries by state are in the order of their writing across states, without damaged ones', async () => {
  const cancelled = { state: { name: 'cancelled', why: 'expired' } } as const;
  await outbox.add(sendEntry(1));
  await outbox.add(sendEntry(2, cancelled));
  await outbox.add(sendEntry(3));
  await addDamaged(entryIdOf(4), timeOf(4));
  await addDamaged(entryIdOf(5), null);
  const found = await outbox.inStates(['cancelled', 'dispatching']);
  expect(found).toEqual(ok([sendEntry(1), sendEntry(2, cancelled), sendEntry(3)]));
});

test('related entries are searched for among the last two hundred', async () => {
  for (let number = 1; number <= 201; number += 1) await outbox.add(addEntry(number));
  const recent = await outbox.recent({ contactId: null });
  expect(recent.ok && recent.value.map(({ id }) => id)).toEqual(
    Array.from({ length: 200 }, (_, index) => entryIdOf(201 - index)),
  );
});
