import { describe, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import type { ContactList } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import { uuidOf } from '@/lib/outbox/testing/entries';
import { memoryItem } from '@/lib/settings/testing/memory-item';
import { createCatalog, type CatalogDeps } from './catalog';

const START = Date.UTC(2026, 10, 23, 12);
const list = (n: number, name: string): ContactList => ({ id: ListId.parse(uuidOf(n)), name });
const founders = list(1, 'EU founders');
const hiring = list(2, 'Hiring');
const offline = { code: 'offline' } as const;

/**
 * @param answers GetSales' lists, in turn
 * @param findable what its searches find, in turn
 */
function catalogWith(
  answers: readonly Result<readonly ContactList[]>[],
  ...findable: readonly Result<readonly ContactList[]>[]
) {
  const left = [...answers];
  const found = [...findable];
  const searches: string[] = [];
  let now = START;
  let created: Result<ContactList, WriteFailure> = ok(hiring);
  let changes = 0;
  const cachedLists = memoryItem<Awaited<ReturnType<CatalogDeps['cachedLists']['getValue']>>>(null, 'lists');
  const knownLists = memoryItem<readonly { readonly id: string; readonly name: string }[]>([], 'known');
  const client: CatalogDeps['client'] = {
    lists: () => {
      const answer = left.shift() ?? err(offline);
      return Promise.resolve(answer.ok ? ok({ lists: answer.value, more: false }) : answer);
    },
    findLists: (field, wanted) => {
      searches.push(`${field} ${wanted}`);
      return Promise.resolve(found.shift() ?? err(offline));
    },
    createList: () => Promise.resolve(created),
    senders: () => Promise.resolve(err(offline)),
    stages: () => Promise.resolve(ok({ new: 'New' })),
    customFields: () => Promise.resolve(err(offline)),
  };
  const catalog = createCatalog({
    account: maraAccount.id,
    client,
    now: () => now,
    cachedLists,
    knownLists,
    cachedSenders: memoryItem(null, 'senders'),
    cachedStages: memoryItem(null, 'stages'),
    cachedCustomFields: memoryItem(null, 'fields'),
    changed: () => Promise.resolve(void (changes += 1)),
  });
  return {
    catalog,
    cachedLists,
    knownLists,
    left,
    searches,
    changes: () => changes,
    pass: (ms: number) => (now += ms),
    answerCreation: (answer: typeof created) => (created = answer),
  };
}

describe('the name of a list', () => {
  test('comes from the cached lists', async () => {
    const { catalog, left, pass } = catalogWith([ok([founders, hiring]), ok([])]);
    expect(await catalog.listName(hiring.id)).toEqual(ok('Hiring'));
    pass(60_000);
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
    expect(left).toHaveLength(1);
  });

  test('is unknown while the lists cannot be loaded', async () => {
    const { catalog } = catalogWith([err(offline), ok([founders])]);
    expect(await catalog.listName(hiring.id)).toEqual(err(offline));
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
  });

  test.each<[string, Result<readonly ContactList[]>, Result<string | null>]>([
    ['is found by its id', ok([hiring]), ok('Hiring')],
    ['is not there', ok([]), ok(null)],
    ['is not there, and GetSales ignores the filter', ok([list(3, 'Other')]), ok(null)],
    ['cannot be looked for', err(offline), err(offline)],
  ])('that is missing from the cached lists %s', async (_case, findable, expected) => {
    const { catalog, searches, left } = catalogWith([ok([founders]), ok([founders])], findable);
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
    expect(await catalog.listName(hiring.id)).toEqual(expected);
    expect([searches, left.length]).toEqual([[`uuid ${hiring.id}`], 1]);
  });
});

describe('a new list', () => {
  const lost = { fate: 'unknown', error: offline } as const;
  const none = ok([list(3, 'Hiring sprint')]);

  test('joins the cached lists of this account', async () => {
    const { catalog, knownLists, changes, searches } = catalogWith([ok([founders])], none);
    await catalog.lists(false);
    expect(await catalog.createList('Hiring')).toEqual(ok(hiring));
    expect(await catalog.lists(false)).toMatchObject(ok({ value: { lists: [founders, hiring], more: false } }));
    expect(knownLists.stored).toEqual([founders, hiring]);
    expect([searches, changes()]).toEqual([['q Hiring'], 1]);
  });

  test('does not join the cached lists of another account', async () => {
    const { catalog, cachedLists } = catalogWith([], none);
    const others = {
      account: AccountId.parse('another'),
      value: { lists: [founders], more: false },
      asOf: new Date(START).toISOString(),
    };
    cachedLists.stored = others;
    expect(await catalog.createList('Hiring')).toEqual(ok(hiring));
    expect(cachedLists.stored).toEqual(others);
  });

  test('does not make a cache where there was none', async () => {
    const { catalog, cachedLists, knownLists } = catalogWith([ok([founders, hiring])], none);
    await catalog.createList('Hiring');
    expect([cachedLists.stored, knownLists.stored]).toEqual([null, []]);
    expect(await catalog.lists(false)).toMatchObject(ok({ value: { lists: [founders, hiring], more: false } }));
  });

  test.each<[string, readonly ContactList[], readonly ContactList[]]>([
    ['that the cached lists lack', [founders], [founders, hiring]],
    ['that is among the cached lists', [hiring, founders], [founders, hiring]],
  ])('is not created beside one of that name %s', async (_case, cached, expected) => {
    const { catalog, answerCreation } = catalogWith([ok(cached)], ok([list(3, 'Hiring sprint'), hiring]));
    await catalog.lists(false);
    answerCreation(err(lost));
    expect(await catalog.createList('hiRING')).toEqual(ok(hiring));
    expect(await catalog.lists(false)).toMatchObject(ok({ value: { lists: expected } }));
  });

  test('is not created when it is unknown whether its name is taken', async () => {
    const { catalog, changes } = catalogWith([], err({ code: 'key-rejected' }));
    expect(await catalog.createList('Hiring')).toEqual(err({ code: 'key-rejected' }));
    expect(changes()).toBe(0);
  });

  test.each<[string, Result<readonly ContactList[]>, Result<ContactList>]>([
    ['is found', ok([founders, hiring]), ok(hiring)],
    ['is not found', none, err(offline)],
    ['cannot be looked for', err({ code: 'key-rejected' }), err(offline)],
  ])('whose answer was lost %s', async (_case, afterwards, expected) => {
    const { catalog, answerCreation, searches, changes } = catalogWith([], none, afterwards);
    answerCreation(err(lost));
    expect(await catalog.createList('Hiring')).toEqual(expected);
    expect([searches, changes()]).toEqual([['q Hiring', 'q Hiring'], 1]);
  });

  test('is created once when it is asked for twice at the same time', async () => {
    const { catalog, searches } = catalogWith([], none, none);
    expect(await Promise.all([catalog.createList('Hiring'), catalog.createList('hiring')])).toEqual([
      ok(hiring),
      ok(hiring),
    ]);
    expect(searches).toEqual(['q Hiring']);
  });

  test('that GetSales refused is not looked for again', async () => {
    const { catalog, answerCreation, searches, changes } = catalogWith([], none, ok([hiring]));
    answerCreation(err({ fate: 'not-done', error: { code: 'bad-request' } }));
    expect(await catalog.createList('Hiring')).toEqual(err({ code: 'bad-request' }));
    expect([searches, changes()]).toEqual([['q Hiring'], 1]);
  });
});

test('the names of stages are cached', async () => {
  const { catalog } = catalogWith([]);
  expect(await catalog.stageNames()).toEqual(ok({ new: 'New' }));
  expect(await catalog.stageNames()).toEqual(ok({ new: 'New' }));
});

test('senders and custom fields are errors when they cannot be loaded', async () => {
  const { catalog } = catalogWith([]);
  expect(await catalog.senders(false)).toEqual(err(offline));
  expect(await catalog.customFields(true)).toEqual(err(offline));
});
