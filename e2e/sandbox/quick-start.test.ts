import { describe, expect, test } from 'vitest';
import { jonas } from '../support/cast';
import { at, leadUuid, MESSAGES, rowsOf, uuidOf } from './testing/seeded';
import { sandboxClient } from './testing/sandbox-client';

// The calls of GetSales' Quick Start, with bodies as the article prints them (docs/getsales-api.md#quick-start).

const CONTACT = `{
"list_uuid": "uuid-uuid-uuid-uuid-example",
"leads": [
{
"linkedin_id": "john-doe-123456 or ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U",
"first_name": "John",
"last_name": "Doe",
"company_name": "ExampleCorp",
"ln_id": "ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U",
"sn_id": "ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI",
"linkedin": "ingrid-solvang-4821a2",
"email": "john.doe@example.com",
"about": "Some facts about John...",
"domain": "somecoolcompany.com",
"headline": "Sales & Partner Manager I ERP-/Dynamics 365 Finance/OnSite 365 at Example Norge",
"position": "Sales & Partner Manager",
"raw_address": "Oslo, Oslo, Norway",
"custom_fields": {
"Gender": "Male",
"Connection_Message": "Hi John, I loved your recent insights on automating LinkedIn voices. I’d appreciate connecting to learn more about your approach and share ideas!",
"First_Message": "Thanks for connection John, I was curious ..."
}
}
]
}`;

const MESSAGE = `{
"sender_profile_uuid": "uuid-uuid-uuid-uuid-example",
"lead_uuid": "uuid-uuid-uuid-uuid-example",
"text": "Hello John, how are you?",
}`;

const article = (text: string) => ({ raw: { text, type: 'application/json' }, probe: 'as the article prints it' });

describe('the Quick Start', () => {
  test('creates a contact and returns an array of flat contacts', async () => {
    const { ask, get, sandbox } = sandboxClient();
    const { status, body } = await ask('POST', '/leads/api/leads', article(CONTACT));
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        name: 'John Doe',
        company_name: 'ExampleCorp',
        ln_id: 'ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U',
        sn_id: 'ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI',
        linkedin: 'ingrid-solvang-4821a2',
        work_email: 'john.doe@example.com',
        raw_address: 'Oslo, Oslo, Norway',
      },
    ]);
    const found = sandbox.control.contact('ingrid-solvang-4821a2');
    expect(found).toMatchObject({
      domain: 'somecoolcompany.com',
      custom_fields: { Gender: 'Male', First_Message: expect.any(String), Connection_Message: expect.any(String) },
    });
    const { domain, tag_names: tagNames, ...answered } = found ?? {};
    expect({ domain, tagNames }).toEqual({ domain: 'somecoolcompany.com', tagNames: [] });
    expect((await get(`/leads/api/leads/${uuidOf(at(found, 'lead'))}`)).body).toEqual(answered);
  });

  test('keeps the contract with a list of the workspace', async () => {
    const { ask, get, sandbox } = sandboxClient();
    const [list] = rowsOf((await get('/leads/api/lists')).body);
    const text = CONTACT.replace('uuid-uuid-uuid-uuid-example', list?.uuid ?? '');
    const { body } = await ask('POST', '/leads/api/leads', { raw: { text, type: 'application/json' } });
    expect(body).toMatchObject([{ list_uuid: list?.uuid }]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('does not create a contact twice', async () => {
    const { ask } = sandboxClient();
    const first = await ask('POST', '/leads/api/leads', article(CONTACT));
    expect((await ask('POST', '/leads/api/leads', article(CONTACT))).text).toBe(first.text);
  });

  test.each([
    ['order-field=sent_at&order-type=asc', 'oldest first'],
    ['order-field=created_at&order-type=desc', 'newest first'],
    ['order_field=sent_at&order_type=asc&order-type=desc', 'oldest first'],
  ])('lists messages of one contact in the order of %s', async (order, wanted) => {
    const { ask, sandbox } = sandboxClient();
    const lead = leadUuid({ sandbox }, jonas.slug);
    const { body } = await ask('GET', `${MESSAGES}?filter[lead_uuid]=${lead}&${order}`);
    const times = rowsOf(body).map((row) => String(row['sent_at']));
    const sorted = { 'oldest first': times.toSorted(), 'newest first': times.toSorted().toReversed() }[wanted];
    expect([times.length, times]).toEqual([5, sorted]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('filters messages by one JSON object', async () => {
    const { get, sandbox } = sandboxClient();
    const filter = { lead_uuid: leadUuid({ sandbox }, jonas.slug), type: 'inbox', status: 'done' };
    const { body } = await get(MESSAGES, { filter: JSON.stringify(filter) });
    expect(body).toMatchObject({ total: 2, data: [filter, filter] });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('lists messages by contact as printed, in the usual order', async () => {
    const { ask } = sandboxClient();
    const query = 'filter[lead_uuid]=uuid-uuid-uuid-uuid-example&limit=10';
    const answer = await ask('GET', `/flows/api/linkedin-messages?${query}`, { probe: 'as the article prints it' });
    expect(answer.body).toMatchObject({ limit: 10, offset: 0, total: 10_000, has_more: true });
    const times = rowsOf(answer.body).map((row) => String(row['sent_at']));
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test.each(['/flows/api/messages', MESSAGES])(
    'sends a message with POST %s, without the trailing comma',
    async (path) => {
      const { ask } = sandboxClient();
      expect((await ask('POST', path, article(MESSAGE))).body).toMatchObject({
        error: { reason: 'bad_request' },
        code: 400,
      });
      const valid = MESSAGE.replace('you?",', 'you?"');
      expect(await ask('POST', path, article(valid))).toMatchObject({
        status: 201,
        body: { type: 'outbox', status: 'new', text: 'Hello John, how are you?', fail_reason: null },
      });
    },
  );
});
