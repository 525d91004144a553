import { expect, test } from 'vitest';
import type { Facts } from './facts';
import { judge } from './judge';
import {
  add,
  CONTACT,
  contact,
  done,
  factsWith,
  logged,
  messageSent,
  OTHER_LIST,
  person,
  personAdded,
  post,
  press,
  send,
  sent,
  shows,
  upsert,
} from './testing-facts';

type Change = Parameters<typeof factsWith>[1];
const harms = (change: Change, base: Facts): readonly string[] => [
  ...new Set(judge(factsWith(base, change)).map(({ harm, invariant }) => `${invariant} ${harm}`)),
];
const UNDO = press('undo', 'add-1', { at: 9_200, answer: { at: 9_900, code: 'ok' } });
const MINUTE_MS = 60_000;

test('finds an undo that succeeded and undid nothing, unless GetSales said that the contact is gone', () => {
  const presses = [press('add', 'add-1'), UNDO];
  expect(harms({ presses }, personAdded)).toEqual(['I9 wrong state']);
  const gone = logged({ ...upsert(), method: 'GET', path: `/leads/api/leads/${CONTACT}`, body: null }, { status: 404 });
  expect(harms({ presses, server: { seen: [...personAdded.server.seen, gone] } }, personAdded)).toEqual([]);
});

test('finds a person who was to be moved and is on another list', () => {
  const before = contact(OTHER_LIST);
  const kept = done({ effect: 'kept', listId: OTHER_LIST, canUndo: false });
  const stays = factsWith(personAdded, {
    adds: [{ ...add, choice: 'move' }],
    claims: [kept],
    final: [kept],
    server: { sent: [], seen: [], people: [person({ before, after: before })] },
  });
  expect(harms({}, stays)).toEqual(['I8 wrong content']);
  expect(harms({ adds: [add] }, stays)).toEqual([]);
});

const unsent = factsWith(messageSent, { server: { sent: [], seen: [], messages: [] }, claims: [], final: [] });

test('finds a message that expired although it could be sent for minutes', () => {
  const expired = shows('send-1', 'expired', 600_000);
  expect(harms(expired, unsent)).toEqual(['I2 lost']);
  const offline = (faultsEndAt: number): Change => ({ ...expired, conditions: { wasOffline: true, faultsEndAt } });
  expect(harms(offline(2 * MINUTE_MS), unsent)).toEqual(['I2 lost']);
  expect(harms(offline(9 * MINUTE_MS), unsent)).toEqual([]);
  const paused = logged({ ...post(), method: 'GET', body: null }, { status: 429 });
  expect(harms({ ...expired, server: { seen: [paused] } }, unsent)).toEqual([]);
  expect(harms({ ...expired, conditions: { kills: 1, killTimes: [MINUTE_MS] } }, unsent)).toEqual([]);
});

test('finds an unconfirmed message that only the user looked for', () => {
  const unknown = { id: 'send-1', at: 30_000, says: 'unknown' } as const;
  const foundAt = (at: number): Change => {
    const found = { ...sent, at };
    const check = press('check', 'send-1', { at: at - 1_000, answer: { at, code: 'ok' } });
    return { claims: [unknown, found], final: [found], presses: [press('send', 'send-1'), check] };
  };
  const lost = factsWith(messageSent, { server: { sent: [{ ...post(), answered: null }] } });
  expect(harms(foundAt(10 * MINUTE_MS), lost)).toEqual(['I6 wrong state']);
  expect(harms(foundAt(4 * MINUTE_MS), lost)).toEqual([]);
  expect(harms({ ...foundAt(10 * MINUTE_MS), sends: [send, { ...send, id: 'send-2' }] }, lost)).toEqual([]);
});

test('finds a message that was retried more often than the user asked for', () => {
  const retry = { ...post(), method: 'PUT', path: '/flows/api/linkedin-messages/message-1/retry', body: null };
  const once = press('try again', 'message-1');
  const twice = { server: { sent: [post(), { ...retry, at: 10_000 }, { ...retry, at: 11_000 }] } };
  expect(harms({ ...twice, presses: [once] }, messageSent)).toEqual(['I1 doubled']);
  expect(harms({ ...twice, presses: [once, once] }, messageSent)).toEqual([]);
});

test('finds a message that was retried although it had not failed', () => {
  const retry = { ...post(), method: 'PUT', path: '/flows/api/linkedin-messages/message-1/retry', body: null, at: 1 };
  const seen = (status: number, isFaulted = false): Change => ({
    presses: [press('try again', 'message-1')],
    server: { sent: [post(), retry], seen: [logged(post()), logged(retry, { status, isFaulted })] },
  });
  expect(harms(seen(422), messageSent)).toEqual(['I8 wrong content']);
  expect(harms(seen(422, true), messageSent)).toEqual([]);
  expect(harms(seen(200), messageSent)).toEqual([]);
});

test('finds Try again answered with an error although nothing went wrong', () => {
  const busy = press('try again', 'message-1', { answer: { at: 9_100, code: 'busy' } });
  expect(harms({ presses: [busy] }, messageSent)).toEqual(['I6 wrong state']);
  expect(harms({ presses: [busy, press('try again', 'message-1')] }, messageSent)).toEqual(['I6 wrong state']);
  expect(harms({ presses: [busy], conditions: { hadFaults: true } }, messageSent)).toEqual([]);
});

test('finds an add that is tried again only an hour later', () => {
  const late = (at: number): Change => ({ claims: [{ id: 'add-1', at: 1, says: 'open' }, done({ at })] });
  expect(harms(late(50 * MINUTE_MS), personAdded)).toEqual(['I6 wrong state']);
  expect(harms(late(30 * MINUTE_MS), personAdded)).toEqual([]);
});
