import { expect, test } from 'vitest';
import { ContactId } from '@/lib/domain/ids';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const id = (number: number) => `9d1e4c70-3333-4333-8333-00000000000${String(number)}`;

/** An enrolment in an automation by its number, made at this minute. */
const enrolment = (flow: number, made: number | null, more: object = {}) => ({
  flow_uuid: id(flow),
  lead_uuid: CONTACT,
  status: 'finished',
  created_at: made === null ? null : `2026-11-03T09:0${String(made)}:00.000Z`,
  ...more,
});
const rows = (...data: readonly object[]): Reply => ({ json: { data, total: data.length } });
const named = (name: string): Reply => ({ json: { data: { uuid: CONTACT, name } } });

test('automations are returned newest first, those without a time last', async () => {
  const enrolments = rows(enrolment(1, null), enrolment(2, 3), enrolment(3, 5), enrolment(4, 4));
  const { client, asked } = answering([enrolments, named('Third'), named('Fourth'), named('Second'), named('First')]);
  expect(await client.automations(CONTACT)).toEqual({
    ok: true,
    value: ['Third', 'Fourth', 'Second', 'First'].map((name) => ({ name, status: 'finished' })),
  });
  expect(asked.slice(1).map(({ path }) => path.at(-1))).toEqual(['3', '4', '2', '1']);
});

test('an automation with two enrolments is returned twice and its name read once', async () => {
  const twice = rows(enrolment(1, 2, { uuid: id(8), status: null }), enrolment(1, 1, { uuid: id(9) }), enrolment(1, 1));
  const { client, asked } = answering([twice, named('Q4')]);
  const again = rows(enrolment(1, 1), enrolment(1, 2));
  expect(await client.automations(CONTACT)).toEqual({
    ok: true,
    value: [
      { name: 'Q4', status: '' },
      { name: 'Q4', status: 'finished' },
      { name: 'Q4', status: 'finished' },
    ],
  });
  expect(asked).toHaveLength(2);
  // Rows without an id are told apart by their automation.
  expect(await answering([again, named('Q4')]).client.automations(CONTACT)).toMatchObject({ value: { length: 1 } });
});

test('only enrolments of this contact count', async () => {
  const { client } = answering([rows(enrolment(1, 1), enrolment(2, 2, { lead_uuid: id(9) })), named('Q4')]);
  expect(await client.automations(CONTACT)).toEqual({ ok: true, value: [{ name: 'Q4', status: 'finished' }] });
});

test.each<[string, Reply, object]>([
  ['deleted', { status: 404, json: { error: {} } }, { ok: true, value: [{ name: 'Q4', status: 'finished' }] }],
  ['hidden', { status: 403, json: {} }, { ok: false, error: { code: 'forbidden', by: 'api' } }],
  ['unreadable', { json: {} }, { ok: false, error: { code: 'unreadable-answer', status: 200 } }],
])('one of two automations may be %s', async (_what, reply, result) => {
  const { client } = answering([rows(enrolment(1, 2), enrolment(2, 1)), named('Q4'), reply]);
  expect(await client.automations(CONTACT)).toEqual(result);
});

test('automations fail when GetSales does not list them', async () => {
  const { client } = answering([{ status: 403, json: {} }]);
  expect(await client.automations(CONTACT)).toEqual({ ok: false, error: { code: 'forbidden', by: 'api' } });
});
