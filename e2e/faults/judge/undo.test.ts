import { expect, test } from 'vitest';
import type { ActOfOthers, Facts } from './facts';
import { judge } from './judge';
import {
  add,
  CONTACT,
  contact,
  created,
  done,
  factsWith,
  LIST,
  logged,
  OTHER_LIST,
  person,
  personAdded,
  press,
  send,
  upsert,
} from './testing-facts';

type Change = Parameters<typeof factsWith>[1];
const harms = (change: Change, base: Facts): readonly string[] => [
  ...new Set(judge(factsWith(base, change)).map(({ harm, invariant }) => `${invariant} ${harm}`)),
];

const touch = (change: Partial<ActOfOthers> = {}): ActOfOthers => ({
  ...{
    what: 'changed',
    account: 'main',
    slug: null,
    contactId: CONTACT,
    listId: null,
    messageId: null,
    text: null,
    at: 9_500,
  },
  ...change,
});
const removal = { ...upsert(), method: 'DELETE', path: `/leads/api/leads/${CONTACT}`, body: null, at: 10_500 };
/** The add of which the contact was created at 6 s, shown at 9 s, undone at 10 s and deleted at 10.5 s. */
const undone = factsWith(personAdded, {
  presses: [press('add', 'add-1'), press('undo', 'add-1', { at: 10_000, answer: { at: 11_000, code: 'ok' } })],
  claims: [done(), { id: 'add-1', at: 11_000, says: 'undone' }],
  final: [{ id: 'add-1', at: 11_000, says: 'undone' }],
  server: {
    sent: [upsert(), removal],
    seen: [created(), logged(removal, { outcome: { status: 204, body: null } })],
    people: [person({ after: null })],
  },
});

test('finds a contact that was deleted although someone else changed it before Undo was pressed', () => {
  const changed = (...byOthers: readonly ActOfOthers[]): Change => ({ server: { byOthers } });
  expect(harms(changed(), undone)).toEqual([]);
  expect(harms(changed(touch()), undone)).toEqual(['I9 lost']);
  expect(harms(changed(touch({ what: 'wrote', messageId: 'message-9', text: 'Hi' })), undone)).toEqual(['I9 lost']);
  expect(harms(changed(touch({ at: 10_200 })), undone)).toEqual([]);
  expect(harms(changed(touch({ contactId: 'contact-2' })), undone)).toEqual([]);
});

test('finds Undo offered for a contact that someone else had added before', () => {
  const offered = (...byOthers: readonly ActOfOthers[]): Change => ({ server: { byOthers } });
  const added = touch({ what: 'added', slug: personAdded.adds[0]?.slug ?? null, listId: LIST, at: 4_000 });
  expect(harms(offered(), personAdded)).toEqual([]);
  expect(harms(offered(added), personAdded)).toEqual(['I6 wrong state', 'I9 wrong state']);
});

test('finds a contact that was deleted although the user wrote to it before', () => {
  const claim = (says: 'open' | 'unknown' | 'refused' | 'cancelled', at = 9_200) =>
    ({ id: 'send-1', at, says }) as const;
  const written = (...shown: readonly ReturnType<typeof claim>[]): readonly string[] =>
    harms({ sends: [send], claims: [...undone.claims, ...shown], final: [...undone.final, ...shown] }, undone);
  expect(written(claim('open'), claim('unknown', 9_900))).toContain('I9 lost');
  expect(written(claim('open'), claim('cancelled', 9_900))).not.toContain('I9 lost');
  expect(written(claim('open', 10_100))).not.toContain('I9 lost');
});

test('finds an undo that was carried out long after it was offered', () => {
  const pressedAt = (at: number): readonly string[] => {
    const late = { ...removal, at: at + 500 };
    const claims = [done(), { id: 'add-1', at: at + 900, says: 'undone' }] as const;
    return harms(
      {
        presses: [press('add', 'add-1'), press('undo', 'add-1', { at, answer: { at: at + 900, code: 'ok' } })],
        claims,
        final: claims.slice(1),
        server: { sent: [upsert(), late], seen: [created(), logged(late, { outcome: { status: 204, body: null } })] },
      },
      undone,
    );
  };
  expect(pressedAt(20_500)).toEqual([]);
  expect(pressedAt(39_000)).toEqual(['I9 wrong state']);
  expect(pressedAt(309_000)).toEqual(['I9 wrong state']);
});

test('finds a contact that was moved back although someone else had moved it on', () => {
  const before = contact(OTHER_LIST);
  const moving = { ...add, choice: 'move' } as const;
  const move = upsert({ move_to_list: true });
  const back = { ...upsert({ move_to_list: true, list_uuid: OTHER_LIST, lead: { linkedin_id: 'newcomer' } }, 10_500) };
  const answer = (listId: string) => ({
    status: 200,
    body: { uuid: CONTACT, linkedin: 'newcomer', list_uuid: listId },
  });
  const movedBack = factsWith(undone, {
    adds: [moving],
    claims: [done({ effect: 'moved' }), ...undone.claims.slice(1)],
    server: {
      sent: [move, back],
      seen: [logged(move, { outcome: answer(LIST) }), logged(back, { outcome: answer(OTHER_LIST) })],
      people: [person({ before, after: before })],
    },
  });
  expect(harms({}, movedBack)).toEqual([]);
  expect(harms({ server: { byOthers: [touch({ listId: 'list-3' })] } }, movedBack)).toEqual(['I9 lost']);
  expect(harms({ server: { byOthers: [touch({ listId: OTHER_LIST })] } }, movedBack)).toEqual([]);
  expect(harms({ server: { byOthers: [touch()] } }, movedBack)).toEqual([]);
});
