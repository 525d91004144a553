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

/** A catalog whose GetSales has these lists, in turn. */
function catalogWith(...answers: readonly Result<readonly ContactList[]>[]) {
  return catalogReaching(false, answers);
}

/** @param more whether GetSales has lists that only a search finds */
function catalogReaching(
  more: boolean,
  answers: readonly Result<readonly ContactList[]>[],
  findable: Result<readonly ContactList[]> = err(offline),
) {
  const left = [...answers];
  const searches: string[] = [];
  let now = START;
  let created: Result<ContactList, WriteFailure> = ok(hiring);
  let changes = 0;
  const cachedLists = memoryItem<Awaited<ReturnType<CatalogDeps['cachedLists']['getValue']>>>(null, 'lists');
  const knownLists = memoryItem<readonly { readonly id: string; readonly name: string }[]>([], 'known');
  const client: CatalogDeps['client'] = {
    lists: () => {
      const answer = left.shift() ?? err(offline);
      return Promise.resolve(answer.ok ? ok({ lists: answer.value, more }) : answer);
    },
    findLists: (field, wanted) => {
      searches.push(`${field} ${wanted}`);
      return Promise.resolve(findable);
    },
    createList: () => Promise.resolve(created),
    senders: () => Promise.resolve(err(offline)),
    stages: () => Promise.resolve(ok(new Map([['new', 'New']]))),
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
    const { catalog, left, pass } = catalogWith(ok([founders, hiring]), ok([]));
    expect(await catalog.listName(hiring.id)).toEqual(ok('Hiring'));
    pass(60_000);
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
    expect(left).toHaveLength(1);
  });

  test('is looked for once more when it is missing from lists that are a minute old', async () => {
    const { catalog, pass } = catalogWith(ok([founders]), ok([founders, hiring]));
    expect(await catalog.listName(hiring.id)).toEqual(ok(null));
    pass(59_999);
    expect(await catalog.listName(hiring.id)).toEqual(ok(null));
    pass(1);
    expect(await catalog.listName(hiring.id)).toEqual(ok('Hiring'));
  });

  test('is unknown while the lists cannot be loaded', async () => {
    const { catalog, pass } = catalogWith(err(offline), ok([founders]), err(offline));
    expect(await catalog.listName(hiring.id)).toEqual(err(offline));
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
    pass(60_000);
    expect(await catalog.listName(hiring.id)).toEqual(err(offline));
  });

  test.each<[string, Result<readonly ContactList[]>, Result<string | null>]>([
    ['is found by its id', ok([hiring]), ok('Hiring')],
    ['is not there', ok([]), ok(null)],
    ['is not there, and GetSales ignores the filter', ok([list(3, 'Other')]), ok(null)],
    ['cannot be looked for', err(offline), err(offline)],
  ])('beyond the lists that can be read %s', async (_case, findable, expected) => {
    const { catalog, searches, pass, left } = catalogReaching(true, [ok([founders]), ok([founders])], findable);
    expect(await catalog.listName(founders.id)).toEqual(ok('EU founders'));
    pass(60_000);
    expect(await catalog.listName(hiring.id)).toEqual(expected);
    expect([searches, left.length]).toEqual([[`uuid ${hiring.id}`], 1]);
  });
});

describe('a new list', () => {
  const lost = { fate: 'unknown', error: offline } as const;

  test('joins the cached lists of this account', async () => {
    const { catalog, knownLists, changes } = catalogWith(ok([founders]));
    await catalog.lists(false);
    expect(await catalog.createList('Hiring')).toEqual(ok(hiring));
    expect(await catalog.lists(false)).toMatchObject(ok({ value: { lists: [founders, hiring], more: false } }));
    expect(knownLists.stored).toEqual([founders, hiring]);
    expect(changes()).toBe(1);
  });

  test('does not join the cached lists of another account', async () => {
    const { catalog, cachedLists } = catalogWith();
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
    const { catalog, cachedLists, knownLists } = catalogWith(ok([founders, hiring]));
    await catalog.createList('Hiring');
    expect([cachedLists.stored, knownLists.stored]).toEqual([null, []]);
    expect(await catalog.lists(false)).toMatchObject(ok({ value: { lists: [founders, hiring], more: false } }));
  });

  test.each<[string, readonly Result<readonly ContactList[]>[], Result<ContactList>]>([
    ['is found', [ok([founders]), ok([founders, hiring])], ok(hiring)],
    ['is not found', [ok([founders]), ok([founders])], err(offline)],
    ['is not one that was there before', [ok([founders, hiring]), ok([founders, hiring])], err(offline)],
    ['is found beside one of the same name', [ok([list(3, 'Hiring')]), ok([list(3, 'Hiring'), hiring])], ok(hiring)],
    ['cannot be told from another new one', [ok([]), ok([list(3, 'Hiring'), hiring])], err(offline)],
    ['cannot be looked for', [ok([founders]), err({ code: 'offline' })], err(offline)],
  ])('whose answer was lost %s', async (_name, answers, expected) => {
    const { catalog, answerCreation, changes } = catalogWith(...answers);
    await catalog.lists(false);
    answerCreation(err(lost));
    expect(await catalog.createList('Hiring')).toEqual(expected);
    expect(changes()).toBe(1);
  });

  test('whose answer was lost is found by its name alone when no lists were known', async () => {
    const { catalog, answerCreation } = catalogWith(ok([founders, hiring]));
    answerCreation(err(lost));
    expect(await catalog.createList('Hiring')).toEqual(ok(hiring));
  });

  test.each<[string, Result<readonly ContactList[]>, Result<ContactList>]>([
    ['is found', ok([hiring]), ok(hiring)],
    ['is not found', ok([list(3, 'Hiring sprint')]), err(offline)],
    ['cannot be looked for', err({ code: 'key-rejected' }), err(offline)],
  ])('whose answer was lost %s beyond the lists that can be read', async (_case, findable, expected) => {
    const { catalog, answerCreation, searches } = catalogReaching(true, [ok([founders]), ok([founders])], findable);
    await catalog.lists(false);
    answerCreation(err(lost));
    expect(await catalog.createList('Hiring')).toEqual(expected);
    expect(searches).toEqual(['q Hiring']);
  });

  test('that GetSales refused is not looked for', async () => {
    const { catalog, answerCreation, left, changes } = catalogWith(ok([hiring]));
    answerCreation(err({ fate: 'not-done', error: { code: 'bad-request' } }));
    expect(await catalog.createList('Hiring')).toEqual(err({ code: 'bad-request' }));
    expect(left).toHaveLength(1);
    expect(changes()).toBe(1);
  });
});

test('the names of stages are cached', async () => {
  const { catalog } = catalogWith();
  expect(await catalog.stageNames()).toEqual(ok(new Map([['new', 'New']])));
  expect(await catalog.stageNames()).toEqual(ok(new Map([['new', 'New']])));
});

test('senders and custom fields are errors when they cannot be loaded', async () => {
  const { catalog } = catalogWith();
  expect(await catalog.senders(false)).toEqual(err(offline));
  expect(await catalog.customFields(true)).toEqual(err(offline));
});
