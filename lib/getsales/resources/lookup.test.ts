import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '@/e2e/support/cast';
import type { FaultBody } from '@/e2e/sandbox/faults/rule';
import { againstSandbox, bySlug, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, client, meets, asked } = againstSandbox();
const LOOKUP = '/leads/api/leads/lookup-one';
const LEGACY = '/leads/api/leads/find-one';
const json = (value: unknown): FaultBody => ({ kind: 'json', value });

describe('an existing contact', () => {
  test('is found by slug in one request, with all its details', async () => {
    const found = valueOf(await client().lookup(identityOf(ana)));
    expect(found).toMatchObject({ name: 'Ana Duarte', slug: 'ana-duarte-x1', memberId: ana.memberId });
    expect(found?.connections.some(({ connected }) => connected)).toBe(true);
    expect(asked()).toEqual([`POST ${LOOKUP}`]);
    expect(sandbox().control.requests()[0]?.body).toEqual({ linkedin_id: 'ana-duarte-x1' });
  });

  test('is found by member id if the slug is unknown', async () => {
    const { memberId } = identityOf(ana);
    expect(valueOf(await client().lookup({ slug: null, memberId, salesId: null }))?.name).toBe('Ana Duarte');
    expect(sandbox().control.requests()[0]?.body).toEqual({ linkedin_id: ana.memberId });
  });

  test('is read by id until it is deleted', async () => {
    const me = client();
    const found = valueOf(await me.lookup(identityOf(jonas)));
    const id = found?.id;
    expect(id).toBeDefined();
    const contact = valueOf(await me.contact(id ?? expect.fail()));
    expect(contact).toEqual(found);
    expect(valueOf(await me.removeContact(id ?? expect.fail()))).toBeNull();
    expect(valueOf(await me.contact(id ?? expect.fail()))).toBeNull();
  });
});

describe('a missing contact', () => {
  test('is absent, after one probe of the route per client', async () => {
    const me = client();
    expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
    expect(
      sandbox()
        .control.requests()
        .map(({ body }) => body),
    ).toEqual([{ linkedin_id: 'mira-okonkwo' }, {}]);
    expect(valueOf(await me.lookup(bySlug('unknown-person')))).toBeNull();
    expect(asked()).toHaveLength(3);
  });

  test('needs no probe after an earlier find', async () => {
    const me = client();
    await me.lookup(identityOf(ana));
    expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toHaveLength(2);
  });

  test('needs no probe when GetSales answers with its envelope', async () => {
    meets(LOOKUP, { status: 404, body: json({ error: { reason: 'not_found', message: 'No contact.', data: [] } }) });
    expect(valueOf(await client().lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toHaveLength(1);
  });

  test.each([[null], [{}], [[]], [{ lead: null }], [{ data: [] }]])('is absent after the answer %j', async (value) => {
    meets(LOOKUP, { body: json(value) });
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });

  test('is absent after a 204', async () => {
    meets(LOOKUP, { status: 204 });
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });

  test('is absent after two empty answers, but not after one', async () => {
    meets(LOOKUP, { body: { kind: 'empty' } });
    expect(valueOf(await client().lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
    meets(LOOKUP, { body: { kind: 'empty' } }, 2);
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });
});

describe('a GetSales with the former route', () => {
  test.each([404, 405])('that answers %i on the new route is asked on the former one, also later', async (status) => {
    meets(LOOKUP, { status, body: { kind: 'empty' } }, 99);
    const me = client();
    expect(valueOf(await me.lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
    const detection = asked().length;
    expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
    expect(asked().slice(detection)).toEqual([`POST ${LEGACY}`]);
  });

  test('reports an absence after a probe', async () => {
    meets(LOOKUP, { status: 404, body: { kind: 'empty' } }, 99);
    expect(valueOf(await client().lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toEqual([`POST ${LOOKUP}`, `POST ${LOOKUP}`, `POST ${LEGACY}`, `POST ${LEGACY}`]);
  });

  test('that has neither route is an error, and the next lookup starts again', async () => {
    meets('/leads/api/leads/*-one', { status: 404, body: { kind: 'empty' } }, 4);
    const me = client();
    expect(errorOf(await me.lookup(identityOf(ana)))).toEqual({ code: 'not-found', what: 'record' });
    expect(valueOf(await me.lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
  });
});

describe('a failed lookup is not an absence', () => {
  test.each([
    ['a page of HTML with 404', { status: 404, body: { kind: 'html', text: '<h1>404</h1>' } } as const, 'forbidden'],
    ['a page of HTML with 200', { body: { kind: 'html', text: '<h1>Hi</h1>' } } as const, 'unreadable-answer'],
    ['an error with 200', { body: json({ error: { message: 'Maintenance' } }) }, 'unreadable-answer'],
    ['a contact without a readable id', { body: json({ lead: { uuid: 7, name: 'A' } }) }, 'unreadable-answer'],
    ['500', { status: 500 }, 'server-trouble'],
    ['422', { status: 422, body: json({ error: { data: {} }, message: 'No.' }) }, 'refused'],
    ['403', { status: 403, body: json({}) }, 'forbidden'],
    ['429', { status: 429 }, 'rate-limited'],
    ['a reset', { connection: 'reset-before' } as const, 'unreachable'],
  ])('%s', async (_what, effect, code) => {
    const me = client();
    await me.lookup(bySlug('unknown-person'));
    meets(LOOKUP, effect, 9);
    expect(errorOf(await me.lookup(identityOf(ana))).code).toBe(code);
  });

  test('also when only the probe fails', async () => {
    sandbox().control.fault({ path: LOOKUP, skip: 1, effect: { status: 500 } });
    expect(errorOf(await client().lookup(identityOf(mira)))).toEqual({ code: 'server-trouble', status: 500 });
  });

  test('also by id: after a 405 or a page of HTML', async () => {
    const me = client();
    const id = valueOf(await me.lookup(identityOf(ana)))?.id ?? expect.fail();
    meets('/leads/api/leads/*', { status: 405 });
    expect(errorOf(await me.contact(id))).toEqual({ code: 'unreadable-answer', status: 405 });
    meets('/leads/api/leads/*', { status: 404, body: { kind: 'html', text: '<h1>404</h1>' } });
    expect(errorOf(await me.contact(id))).toEqual({ code: 'forbidden', by: 'gateway' });
    meets('/leads/api/leads/*', { status: 405 });
    expect(errorOf(await me.removeContact(id))).toMatchObject({ fate: 'not-done' });
  });
});
