import { expect, test } from 'vitest';
import type { Facts } from './facts';
import { CONTACTS } from './history';
import { judge } from './judge';
import {
  add,
  contact,
  created,
  done,
  factsWith,
  logged,
  OTHER_LIST,
  person,
  personAdded,
  press,
  shows,
  upsert,
} from './testing-facts';

type Change = Parameters<typeof factsWith>[1];
const harms = (change: Change, base: Facts = personAdded): readonly string[] => [
  ...new Set(judge(factsWith(base, change)).map(({ harm, invariant }) => `${invariant} ${harm}`)),
];
const removal = { ...upsert(), method: 'DELETE', path: `${CONTACTS}/contact-1`, body: null, at: 9_500 };
const removed = { outcome: { status: 204, body: null } };
const undo = press('undo', 'add-1', { at: 9_200, answer: { at: 9_900, code: 'ok' } });
/** The add was undone and the contact deleted. */
const undone = factsWith(personAdded, {
  presses: [press('add', 'add-1'), undo],
  claims: [done(), ...shows('add-1', 'undone', 9_900).claims],
  final: shows('add-1', 'undone', 9_900).final,
  server: {
    sent: [upsert(), removal],
    seen: [created(), logged(removal, removed)],
    people: [person({ after: null })],
  },
});

test('accepts an add and an undone add', () => {
  expect(judge(personAdded)).toEqual([]);
  expect(judge(undone)).toEqual([]);
});

test('finds another person, list, name or flag than the user chose', () => {
  const WRONG = 'I8 wrong content';
  expect(harms({ server: { sent: [upsert({ lead: { linkedin_id: 'someone' } })] } })).toContain(WRONG);
  expect(harms({ server: { sent: [upsert({ list_uuid: OTHER_LIST })] } })).toContain(WRONG);
  expect(harms({ server: { sent: [upsert({ move_to_list: true })] } })).toContain(WRONG);
  expect(harms({ server: { sent: [upsert({ update_if_exists: true })] } })).toContain(WRONG);
  expect(harms({ server: { sent: [upsert({ lead: { linkedin_id: 'newcomer', first_name: 'X' } })] } })).toContain(
    WRONG,
  );
  expect(harms({ adds: [{ ...add, choice: 'move' }] })).toContain(WRONG);
});

test('finds an existing contact moved although the user chose to keep it', () => {
  const kept = {
    claims: [done({ effect: 'kept', canUndo: false })],
    final: [done({ effect: 'kept', canUndo: false })],
  };
  const moved = { people: [person({ before: contact(OTHER_LIST) })] };
  expect(harms({ ...kept, server: moved })).toContain('I8 wrong content');
  const same = { people: [person({ before: contact() })] };
  expect(harms({ ...kept, server: same })).toEqual([]);
});

test('finds an add shown as done that GetSales does not have, or has elsewhere', () => {
  expect(harms({ server: { seen: [], people: [person({ after: null })] } })).toContain('I2 lost');
  expect(harms({ claims: [done({ contactId: 'contact-2' })] })).toEqual(['I6 wrong state']);
  expect(harms({ claims: [done({ listId: OTHER_LIST })] })).toEqual(['I6 wrong state']);
  expect(harms({ claims: [done({ effect: 'moved' })] })).toContain('I6 wrong state');
});

test('finds a contact that vanished', () => {
  expect(harms({ server: { people: [person({ before: contact(), after: null })] } })).toContain('I9 lost');
});

test('finds a missing Undo, and one that has nothing to undo', () => {
  expect(harms({ claims: [done({ canUndo: false })] })).toEqual(['I9 wrong state']);
  const kept = done({ effect: 'kept' });
  const before = { people: [person({ before: contact() })] };
  expect(harms({ claims: [kept], final: [kept], server: before })).toEqual(['I9 wrong state']);
});

test('finds an undo that does nothing', () => {
  expect(harms({ server: { sent: [upsert()], seen: [created()], people: [person()] } }, undone)).toEqual([
    'I9 wrong state',
  ]);
});

test('finds an undo that deletes a contact which the add did not create, or that nobody asked for', () => {
  expect(harms({ server: { people: [person({ before: contact(), after: null })] } }, undone)).toContain('I9 lost');
  expect(harms({ presses: [press('add', 'add-1')] }, undone)).toContain('I9 lost');
});

test('finds an undo that is refused without a reason', () => {
  const refused = { ...undo, answer: { at: 9_900, code: 'undo-unsafe' } };
  expect(harms({ presses: [press('add', 'add-1'), refused] })).toEqual(['I6 wrong state']);
  expect(harms({ presses: [refused], conditions: { hadFaults: true } })).toEqual([]);
});

test('finds a refused add that GetSales did not refuse', () => {
  const nothing = { sent: [], seen: [], people: [person({ after: null })] };
  expect(harms({ ...shows('add-1', 'refused'), server: nothing })).toEqual(['I6 wrong state']);
  const seen = [logged(upsert(), { status: 422, outcome: null })];
  expect(harms({ ...shows('add-1', 'refused'), server: { ...nothing, seen } })).toEqual([]);
  expect(
    harms({ ...shows('add-1', 'refused'), server: { ...nothing, seen: [logged(upsert(), { status: 503 })] } }),
  ).toContain('I6 wrong state');
});

test('finds a superseded add that is carried out after the newer one', () => {
  const newer = { ...add, id: 'add-2', listId: OTHER_LIST, at: 100 };
  const both = { adds: [add, newer], final: [done({ id: 'add-2', listId: OTHER_LIST })] };
  const inOrder = [upsert({}, 50), upsert({ list_uuid: OTHER_LIST }, 200)];
  const late = [upsert({ list_uuid: OTHER_LIST }, 200), upsert({}, 300)];
  expect(harms({ ...both, claims: [], server: { sent: inOrder } })).toEqual([]);
  expect(harms({ ...both, claims: [], server: { sent: late } })).toEqual(['I8 wrong content']);
});

test.each([
  ['itself', [{ id: 'add-1', at: 9_000, says: 'superseded', by: 'add-1' }], ['I6 wrong state', 'I2 lost']],
  [
    'one that is superseded by it',
    [
      { id: 'add-1', at: 9_000, says: 'superseded', by: 'add-2' },
      { id: 'add-2', at: 9_000, says: 'superseded', by: 'add-1' },
    ],
    ['I6 wrong state', 'I2 lost'],
  ],
  [
    'one that is superseded by a third, which is carried out',
    [
      { id: 'add-1', at: 9_000, says: 'superseded', by: 'add-2' },
      { id: 'add-2', at: 9_000, says: 'superseded', by: 'add-3' },
      done({ id: 'add-3' }),
    ],
    [],
  ],
] as const)('judges an add superseded by %s', (_what, claims, expected) => {
  const adds = [add, { ...add, id: 'add-2', at: 100 }, { ...add, id: 'add-3', at: 200 }];
  expect(harms({ adds, claims, final: claims, server: { sent: [upsert({}, 300)] } })).toEqual(expected);
});

test.each([
  ['within ten minutes', 500_000, []],
  ['later', 800_000, ['I8 wrong content']],
])('judges a move that is carried out %s', (_when, at, expected) => {
  const move = { ...add, choice: 'move' } as const;
  const sent = [upsert({ move_to_list: true }, at)];
  expect(harms({ adds: [move], final: [done()], claims: [], server: { sent } })).toEqual(expected);
});

test('finds an add superseded by nothing', () => {
  const claim = { id: 'add-1', at: 9_000, says: 'superseded', by: 'add-2' } as const;
  expect(harms({ claims: [claim], final: [claim] })).toEqual(['I6 wrong state', 'I2 lost']);
});
