import { describe, expect, test } from 'vitest';
import { at, rowsOf, uuidOf } from './testing/seeded';
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

  test('lists messages by contact and ignores the article’s sort names', async () => {
    const { ask } = sandboxClient();
    const query = 'filter[lead_uuid]=uuid-uuid-uuid-uuid-example&order-field=created_at&order-type=asc&limit=10';
    const answer = await ask('GET', `/flows/api/linkedin-messages?${query}`, { probe: 'as the article prints it' });
    expect(answer.body).toMatchObject({ limit: 10, offset: 0, total: 10_000, has_more: true });
    const times = rowsOf(answer.body).map((row) => String(row['sent_at']));
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('has no route at the article’s path for sending', async () => {
    const { ask } = sandboxClient();
    expect(await ask('POST', '/flows/api/messages', article(MESSAGE))).toMatchObject({ status: 404, text: '' });
  });

  test('refuses the article’s message because of a trailing comma, and queues it without', async () => {
    const { ask } = sandboxClient();
    const path = '/flows/api/linkedin-messages';
    expect((await ask('POST', path, article(MESSAGE))).body).toMatchObject({
      error: { reason: 'bad_request' },
      code: 400,
    });
    const valid = MESSAGE.replace('you?",', 'you?"');
    expect(await ask('POST', path, article(valid))).toMatchObject({
      status: 201,
      body: { type: 'outbox', status: 'new', text: 'Hello John, how are you?', fail_reason: null },
    });
  });
});
