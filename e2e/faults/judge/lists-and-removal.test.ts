import { expect, test } from 'vitest';
import type { Claim } from './facts';
import { judge } from './judge';
import {
  CONTACT,
  LIST,
  created,
  done,
  factsWith,
  logged,
  messageSent,
  personAdded,
  post,
  press,
  sent,
  upsert,
} from './testing-facts';

type Change = Parameters<typeof factsWith>[1];
const harms = (change: Change, base = personAdded): readonly string[] => [
  ...new Set(judge(factsWith(base, change)).map(({ harm, invariant }) => `${invariant} ${harm}`)),
];

test('finds an entry that is still shown after Remove or Clear log', () => {
  const shown: readonly Claim[] = [done()];
  const pressed = (what: 'remove' | 'clear', id: string): Change => ({
    presses: [press('add', 'add-1'), press(what, id, { at: 20_000, answer: { at: 20_100, code: 'ok' } })],
    final: shown,
  });
  expect(harms(pressed('remove', 'add-1'))).toEqual(['I6 wrong state']);
  expect(harms(pressed('clear', ''))).toEqual(['I6 wrong state']);
  const removed = { final: [], mayBeErased: () => true };
  expect(harms({ ...pressed('remove', 'add-1'), ...removed })).toEqual([]);
  expect(harms({ ...pressed('clear', ''), ...removed })).toEqual([]);
});

test('finds Remove refused for what has ended', () => {
  const refused = press('remove', 'add-1', { at: 20_000, answer: { at: 20_100, code: 'too-late' } });
  const presses = [press('add', 'add-1'), refused];
  expect(harms({ presses })).toEqual(['I6 wrong state']);
  expect(harms({ presses, claims: [{ id: 'add-1', at: 1, says: 'open' }, done({ at: 30_000 })] })).toEqual([]);
});

test('finds a cancelled add that is still shown, that was sent later, or that GetSales answered', () => {
  /** @param code what Cancel add, pressed at 5 s, was answered at 7 s; the upsert left and arrived at `at` */
  const cancelled = (code: string, at: number, final: readonly Claim[]): readonly string[] =>
    harms({
      presses: [press('add', 'add-1'), press('cancel add', 'add-1', { at: 5_000, answer: { at: 7_000, code } })],
      claims: [{ id: 'add-1', at: 4_000, says: 'open' }, ...final],
      final,
      mayBeErased: () => true,
      server: { sent: [upsert({}, at)], seen: [created(LIST, at)] },
    });
  expect(cancelled('ok', 4_500, [])).toEqual([]);
  expect(cancelled('ok', 4_500, [done()])).toEqual(['I6 wrong state']);
  expect(cancelled('ok', 5_010, [])).toEqual(['I6 wrong state']);
  expect(cancelled('ok', 8_000, [])).toEqual(['I6 wrong state']);
  expect(cancelled('too-late', 5_010, [done()])).toEqual([]);
  expect(cancelled('too-late', 5_100, [done()])).toEqual(['I6 wrong state']);
});

test('finds Cancel add refused for a person that GetSales does not have', () => {
  const refused = press('cancel add', 'add-1', { at: 5_000, answer: { at: 5_000, code: 'too-late' } });
  const presses = [press('add', 'add-1'), refused];
  const open: readonly Claim[] = [{ id: 'add-1', at: 4_000, says: 'open' }];
  const server = { sent: [], seen: [], people: [] };
  expect(harms({ presses, claims: open, final: open, server })).toContain('I6 wrong state');
});

test.each(['retry add', 'cancel add'] as const)(
  'finds %s answered as if the add were gone, while it is shown',
  (what) => {
    const gone = press(what, 'add-1', { at: 5_000, answer: { at: 5_000, code: 'not-found' } });
    const presses = [press('add', 'add-1'), gone];
    const open: readonly Claim[] = [{ id: 'add-1', at: 4_000, says: 'open' }, done()];
    expect(harms({ presses, claims: open })).toEqual(['I6 wrong state']);
    expect(harms({ presses, claims: open, final: [], mayBeErased: () => true })).toEqual([]);
  },
);

test('finds a list that was created twice, that nobody asked for, or that GetSales does not have', () => {
  const request = { ...upsert(), path: '/leads/api/lists', body: { name: 'Fair' } };
  const asked = [press('add', 'add-1'), press('create list', 'Fair')];
  const listNames = { 'list-9': 'Fair' };
  const search = logged({ ...request, method: 'GET', body: null }, { query: 'filter%5Bq%5D=Fair', outcome: null });
  const server = { sent: [upsert(), request], listNames, seen: [created(), search] };
  expect(harms({ presses: asked, server })).toEqual([]);
  expect(harms({ presses: asked, server: { ...server, sent: [upsert(), request, request] } })).toEqual(['I1 doubled']);
  expect(harms({ server })).toContain('I8 wrong content');
  expect(harms({ presses: asked, server: { ...server, seen: [created()] } })).toEqual(['I8 wrong content']);
  const earlier = logged({ ...request, at: search.at - 1 });
  expect(harms({ presses: asked, server: { ...server, seen: [created(), earlier, search] } })).toEqual(['I1 doubled']);
  expect(harms({ presses: asked, server: { ...server, seen: [created(), search, logged(request)] } })).toEqual([]);
  expect(harms({ presses: asked, server: { ...server, listNames: {} } })).toEqual(['I6 wrong state']);
});

test("finds someone else's message with the same words that is shown as the sent one", () => {
  const others = { ...sent, messageId: 'message-9' };
  const read = logged({ ...post(), method: 'GET', body: null, at: 5_000 }, { outcome: null });
  /** @param at when it was written; the conversation was read at 5 s */
  const taken = (at: number, isFaulted = false): readonly string[] => {
    const act = { what: 'wrote', account: 'main', contactId: CONTACT, listId: null, messageId: 'message-9' } as const;
    return harms(
      {
        claims: [{ id: 'send-1', at: 5_500, says: 'sending' }, others],
        final: [others],
        server: {
          sent: [{ ...post(), answered: null }],
          seen: [{ ...read, isFaulted }],
          messages: [],
          byOthers: [{ ...act, slug: null, text: 'Hello', at }],
        },
      },
      messageSent,
    );
  };
  expect(taken(4_000)).toEqual(['I6 wrong state']);
  expect(taken(4_000, true)).toEqual([]);
  expect(taken(5_200)).toEqual([]);
});
