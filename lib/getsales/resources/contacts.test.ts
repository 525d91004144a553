import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '@/e2e/support/cast';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { ListId } from '@/lib/domain/ids';
import { at } from '@/e2e/sandbox/testing/seeded';
import type { GetSalesClient } from '../client';
import { againstSandbox, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, time, client, meets, asked } = againstSandbox();
const UPSERT = '/leads/api/leads/upsert';
const MANY = '/leads/api/leads';
const LOOKUP = 'POST /leads/api/leads/lookup-one';

async function listNamed(me: GetSalesClient, name: string) {
  const list = valueOf(await me.lists()).lists.find((each) => each.name === name);
  return list?.id ?? expect.fail(`no list ${name}`);
}

async function request(me: GetSalesClient) {
  const listId = await listNamed(me, 'EU founders');
  sandbox().control.clearRequests();
  const draft = {
    name: 'Mira Okonkwo',
    company: 'Nordlys Energy',
    tags: ['fair'],
    customFields: { lead_source: 'panel' },
  };
  return { identity: identityOf(mira), listId, draft, moveToList: false };
}

describe('an add', () => {
  test('creates a contact in one request, with every field under its name', async () => {
    const me = client();
    const wanted = await request(me);
    const { contact, serverNowMs } = valueOf(await me.upsert(wanted));
    expect(contact).toMatchObject({ name: 'Mira Okonkwo', slug: 'mira-okonkwo', listId: wanted.listId });
    expect(serverNowMs).toBe(time().now());
    expect(
      sandbox()
        .control.requests()
        .map(({ method, path, body }) => [method, path, body]),
    ).toEqual([
      [
        'POST',
        UPSERT,
        {
          lead: {
            linkedin_id: 'mira-okonkwo',
            linkedin: 'mira-okonkwo',
            ln_id: mira.memberId,
            sn_id: mira.salesId,
            name: 'Mira Okonkwo',
            company_name: 'Nordlys Energy',
            tags: ['fair'],
          },
          list_uuid: wanted.listId,
          custom_fields: { lead_source: 'panel' },
          update_if_exists: false,
          move_to_list: false,
        },
      ],
    ]);
    expect(at(sandbox().control.contact('mira-okonkwo'), 'custom_fields', 'lead_source')).toBe('panel');
  });

  test('sends no custom fields when all are empty', async () => {
    const me = client();
    await me.upsert({ ...(await request(me)), draft: { customFields: {} } });
    expect(sandbox().control.requests()[0]?.body).not.toHaveProperty('custom_fields');
  });

  test('leaves an existing contact unchanged, and moves it only on request', async () => {
    const me = client();
    const before = valueOf(await me.lookup(identityOf(ana)));
    const wanted = { ...(await request(me)), identity: identityOf(ana) };
    const others = valueOf(await me.lists()).lists.find(({ id }) => id !== before?.listId)?.id ?? expect.fail();
    const kept = valueOf(await me.upsert({ ...wanted, listId: others })).contact;
    expect([kept.name, kept.listId]).toEqual([ana.name, before?.listId]);
    const moved = valueOf(await me.upsert({ ...wanted, listId: others, moveToList: true })).contact;
    expect([moved.name, moved.listId]).toEqual([ana.name, others]);
  });

  test('creates exactly one contact after two lost answers', async () => {
    const me = client();
    const wanted = await request(me);
    meets(UPSERT, { connection: 'reset-after' }, 2);
    expect(errorOf(await me.upsert(wanted)).fate).toBe('unknown');
    expect(errorOf(await me.upsert(wanted)).fate).toBe('unknown');
    const { contact } = valueOf(await me.upsert(wanted));
    expect(valueOf(await me.lookup(identityOf(mira)))?.id).toBe(contact.id);
  });

  test('is repeated once after a 429', async () => {
    const me = client();
    const wanted = await request(me);
    meets(UPSERT, { status: 429, headers: { 'retry-after': '2' } });
    expect(valueOf(await me.upsert(wanted)).contact.name).toBe('Mira Okonkwo');
    expect(asked()).toEqual([`POST ${UPSERT}`, `POST ${UPSERT}`]);
    expect(time().waits).toEqual([2_000]);
  });

  test('to a deleted list fails with not-found', async () => {
    const me = client();
    const listId = await listNamed(me, 'EU founders');
    meets(UPSERT, { status: 404, body: { kind: 'json', value: { error: { reason: 'not_found', data: [] } } } });
    expect(errorOf(await me.upsert({ ...(await request(me)), listId }))).toEqual({
      fate: 'not-done',
      error: { code: 'not-found', what: 'list' },
    });
  });

  test.each([404, 405])('uses POST /leads/api/leads where upsert does not exist (%i)', async (status) => {
    const me = client();
    const wanted = await request(me);
    meets(UPSERT, { status, body: { kind: 'empty' } });
    expect(valueOf(await me.upsert(wanted)).contact).toMatchObject({ name: 'Mira Okonkwo', listId: wanted.listId });
    expect(asked()).toEqual([`POST ${UPSERT}`, LOOKUP, LOOKUP, `POST ${MANY}`]);
    expect(sandbox().control.requests().at(-1)?.body).toMatchObject({
      list_uuid: wanted.listId,
      leads: [{ linkedin_id: 'mira-okonkwo', custom_fields: { lead_source: 'panel' } }],
    });
  });
});

describe('the Quick Start’s route', () => {
  test('changes no contact that exists: one to keep is the answer, and a move is not done', async () => {
    const me = client();
    const before = valueOf(await me.lookup(identityOf(ana)));
    const listId = before?.listId ?? expect.fail('on no list');
    const add = (moveToList: boolean, to: ListId) =>
      me.upsert({ identity: identityOf(ana), listId: to, draft: {}, moveToList });
    meets(UPSERT, { status: 405 });
    const elsewhere = valueOf(await me.lists()).lists.find(({ id }) => id !== listId)?.id ?? expect.fail('one list');
    expect(valueOf(await add(false, elsewhere))).toEqual({ contact: before, serverNowMs: null });
    meets(UPSERT, { status: 405 });
    expect(valueOf(await add(true, listId))).toEqual({ contact: before, serverNowMs: null });
    meets(UPSERT, { status: 405 });
    expect(errorOf(await add(true, elsewhere))).toEqual({
      fate: 'not-done',
      error: { code: 'unreadable-answer', status: 405 },
    });
    expect(asked()).not.toContain(`POST ${MANY}`);
  });

  test.each<[string, Parameters<typeof meets>[1]]>([
    ['a page', { status: 404, body: { kind: 'html', text: '<h1>Not here</h1>' } }],
    ['plain text', { status: 404, body: { kind: 'text', text: 'Not here' } }],
    ['a refusal without GetSales’ form', { status: 400, body: { kind: 'html', text: '<h1>Bad request</h1>' } }],
  ])('is not used after %s, which may come from a proxy', async (_what, effect) => {
    const me = client();
    const wanted = await request(me);
    meets(UPSERT, effect);
    expect(errorOf(await me.upsert(wanted))).toEqual({ fate: 'not-done', error: { code: 'forbidden', by: 'gateway' } });
    expect(asked()).toEqual([`POST ${UPSERT}`]);
  });

  test('gets the fields of its example', async () => {
    const me = client();
    const { listId } = await request(me);
    const identity = LinkedInIdentity.parse({
      slug: 'ingrid-solvang-4821a2',
      memberId: 'ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U',
      salesId: 'ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI',
    });
    const draft = {
      firstName: 'John',
      lastName: 'Doe',
      company: 'ExampleCorp',
      workEmail: 'john.doe@example.com',
      about: 'Some facts about John...',
      companyDomain: 'somecoolcompany.com',
      headline: 'Sales & Partner Manager',
      position: 'Sales & Partner Manager',
      location: 'Oslo, Oslo, Norway',
      customFields: { Gender: 'Male' },
    };
    meets(UPSERT, { status: 405 });
    valueOf(await me.upsert({ identity, listId, draft, moveToList: false }));
    expect(sandbox().control.requests().at(-1)?.body).toEqual({
      list_uuid: listId,
      leads: [
        {
          linkedin_id: 'ingrid-solvang-4821a2',
          linkedin: 'ingrid-solvang-4821a2',
          ln_id: 'ACoAAAB6GuQBOXo75numqJfM9u08uHgjOSo4p9U',
          sn_id: 'ACwAAAB6GuQBEz2TMHbG4sa7Nw5wSi7cJXMQkPI',
          first_name: 'John',
          last_name: 'Doe',
          company_name: 'ExampleCorp',
          work_email: 'john.doe@example.com',
          about: 'Some facts about John...',
          domain: 'somecoolcompany.com',
          headline: 'Sales & Partner Manager',
          position: 'Sales & Partner Manager',
          raw_address: 'Oslo, Oslo, Norway',
          custom_fields: { Gender: 'Male' },
        },
      ],
    });
  });
});

describe('deleting a contact', () => {
  test('succeeds when the contact is already gone', async () => {
    const me = client();
    const id = valueOf(await me.lookup(identityOf(jonas)))?.id ?? expect.fail();
    expect(valueOf(await me.removeContact(id))).toBeNull();
    expect(valueOf(await me.removeContact(id))).toBeNull();
  });

  test('is unknown when the answer is lost', async () => {
    const me = client();
    const id = valueOf(await me.lookup(identityOf(jonas)))?.id ?? expect.fail();
    meets('/leads/api/leads/*', { connection: 'reset-after' });
    expect(errorOf(await me.removeContact(id))).toEqual({
      fate: 'unknown',
      error: { code: 'unreachable', why: 'network' },
    });
  });
});
