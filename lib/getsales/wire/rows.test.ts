import { describe, expect, test } from 'vitest';
import { readMessage } from './message';
import { readPage } from '../resources/paging';
import { readSender, readUser } from './rows';
import { looseTime } from './values';

const UUID = '9d1e4c70-3333-4333-8333-000000000001';

describe('a page', () => {
  const rows = [1, 2, 3];
  test.each([
    [{ data: rows, has_more: true, total: 3 }, 13],
    [{ data: rows, has_more: false, total: 99 }, null],
    [{ data: rows, has_more: 1 }, 13],
    [{ data: rows, has_more: 0, total: 99 }, null],
    [{ data: rows, total: 14 }, 13],
    [{ data: rows, total: '14' }, 13],
    [{ data: rows, total: 13 }, null],
    [{ data: rows }, 13],
    [{ data: rows, has_more: null, total: null }, 13],
    [{ data: rows, has_more: 'perhaps', total: -1 }, 13],
    [{ data: [], has_more: true, total: 99 }, null],
    [rows, null],
  ])('%j at offset 10 continues at %j', (json, nextOffset) => {
    expect(readPage(json, 10)?.nextOffset).toBe(nextOffset);
  });

  test.each([[{}], [null], ['data'], [{ data: null }], [{ data: { 0: {} } }], [{ error: {} }]])(
    'is null for %j',
    (json) => {
      expect(readPage(json, 0)).toBeNull();
    },
  );
});

describe('a sender', () => {
  test.each([
    [{ label: 'Mara (DE)', first_name: 'Mara', last_name: 'Lind' }, 'Mara (DE)'],
    [{ label: ' ', first_name: 'Mara', last_name: 'Lind' }, 'Mara Lind'],
    [{ label: null, first_name: 'Mara', last_name: null }, 'Mara'],
  ])('%j has the name %j', (names, name) => {
    expect(readSender({ uuid: UUID, ...names })).toMatchObject({ name });
  });

  test('can write only with a LinkedIn account, also when disabled', () => {
    expect(readSender({ uuid: UUID, status: 'disabled', linkedin_account_uuid: UUID })).toMatchObject({
      enabled: false,
      canWrite: true,
    });
    expect(readSender({ uuid: UUID, status: 'paused', linkedin_account_uuid: null })).toMatchObject({
      enabled: true,
      canWrite: false,
    });
  });
});

test('a user needs a name or an e-mail address', () => {
  expect(readUser({ first_name: 'Mara', last_name: 'Lind', email: 'mara@acme.test' })).toEqual({
    id: null,
    name: 'Mara Lind',
    email: 'mara@acme.test',
  });
  expect(readUser({ data: { id: 5021, email: 'mara@acme.test' } })).toEqual({
    id: '5021',
    name: '',
    email: 'mara@acme.test',
  });
  expect(readUser({ first_name: 'Mara' })).toEqual({ id: null, name: 'Mara', email: '' });
  expect(readUser({ first_name: null })).toBeNull();
  expect(readUser([])).toBeNull();
});

describe('a message', () => {
  test.each([
    ['new', 'queued'],
    ['in_progress', 'sending'],
    ['done', 'sent'],
    ['failed', 'failed'],
    ['paused_by_limit', 'other'],
  ])('with the status %s is %s and keeps the status', (status, state) => {
    expect(readMessage({ uuid: UUID, status })).toMatchObject({ state, status });
  });

  test('needs only a uuid', () => {
    expect(readMessage({ uuid: UUID, attachments: null, text: null })).toMatchObject({
      id: UUID,
      contactId: null,
      text: null,
      status: '',
      state: 'other',
      attachments: 0,
    });
    expect(readMessage({ text: 'Hello' })).toBeNull();
  });
});

test.each([
  ['2026-11-03T09:12:44.000000Z', '2026-11-03T09:12:44.000Z'],
  ['2026-11-03 09:12:44', '2026-11-03T09:12:44.000Z'],
  ['2026-11-03T11:12:44+02:00', '2026-11-03T09:12:44.000Z'],
  ['2026-11-03T11:12:44+0200', '2026-11-03T09:12:44.000Z'],
  ['2026-11-03 09:12', '2026-11-03T09:12:00.000Z'],
  ['2026-11-03', '2026-11-03T00:00:00.000Z'],
  ['on 2026-11-03', null],
  ['2026-11-03 or later', null],
  ['2026-13-03T09:12:44Z', null],
  ['yesterday', null],
  ['1', null],
  ['2026-11-28 08:14:00 UTC', '2026-11-28T08:14:00.000Z'],
  ['2026-11-28T08:14:00 GMT', '2026-11-28T08:14:00.000Z'],
  ['2026-11-28 08:14:00 +01:00', '2026-11-28T07:14:00.000Z'],
  ['2026-11-28 08:14:00 CET', null],
  [1_700_000_000, '2023-11-14T22:13:20.000Z'],
  [1_700_000_000_123, '2023-11-14T22:13:20.123Z'],
  [1_700_000_000.5, '2023-11-14T22:13:20.500Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
  [1e300, null],
  [0, null],
  [-1_700_000_000, null],
  [true, null],
  [[], null],
  [null, null],
])('the time %j is %j in every time zone', (wire, iso) => {
  expect(looseTime.parse(wire)).toBe(iso);
});
