import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '@/e2e/support/cast';
import type { FaultBody } from '@/e2e/sandbox/faults/rule';
import { againstSandbox, bySlug, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, client, meets, asked } = againstSandbox();
const LOOKUP = '/leads/api/leads/lookup-one';
const LEGACY = '/leads/api/leads/find-one';
const json = (value: unknown): FaultBody => ({ kind: 'json', value });

describe('somebody in GetSales', () => {
  test('is found by slug, in one request, with everything that GetSales knows', async () => {
    const found = valueOf(await client().lookup(identityOf(ana)));
    expect(found).toMatchObject({ name: 'Ana Duarte', slug: 'ana-duarte-x1', memberId: ana.memberId });
    expect(found?.connections.some(({ connected }) => connected)).toBe(true);
    expect(asked()).toEqual([`POST ${LOOKUP}`]);
    expect(sandbox().control.requests()[0]?.body).toEqual({ linkedin_id: 'ana-duarte-x1' });
  });

  test('is found by the member id where no slug is known', async () => {
    const { memberId } = identityOf(ana);
    expect(valueOf(await client().lookup({ slug: null, memberId, salesId: null }))?.name).toBe('Ana Duarte');
    expect(sandbox().control.requests()[0]?.body).toEqual({ linkedin_id: ana.memberId });
  });

  test('is read by id, until somebody removed the contact', async () => {
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

describe('somebody who is not there', () => {
  test('is absent; that the route exists is asked once in the life of a client', async () => {
    const me = client();
    expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
    expect(
      sandbox()
        .control.requests()
        .map(({ body }) => body),
    ).toEqual([{ linkedin_id: 'mira-okonkwo' }, {}]);
    expect(valueOf(await me.lookup(bySlug('nobody-at-all')))).toBeNull();
    expect(asked()).toHaveLength(3);
  });

  test('costs no second request once anybody was found', async () => {
    const me = client();
    await me.lookup(identityOf(ana));
    expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toHaveLength(2);
  });

  test('costs none either when GetSales says it in its own words', async () => {
    meets(LOOKUP, { status: 404, body: json({ error: { reason: 'not_found', message: 'No contact.', data: [] } }) });
    expect(valueOf(await client().lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toHaveLength(1);
  });

  test.each([[null], [{}], [[]], [{ lead: null }], [{ data: [] }]])('is absent in the answer %j', async (value) => {
    meets(LOOKUP, { body: json(value) });
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });

  test('is absent in a 204', async () => {
    meets(LOOKUP, { status: 204 });
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });

  test('is absent in an empty answer only when it comes twice: once is a hiccup', async () => {
    meets(LOOKUP, { body: { kind: 'empty' } });
    expect(valueOf(await client().lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
    meets(LOOKUP, { body: { kind: 'empty' } }, 2);
    expect(valueOf(await client().lookup(identityOf(ana)))).toBeNull();
  });
});

describe('a GetSales of the older kind', () => {
  test.each([404, 405])(
    'that answers %i on the new route is asked by the old name, and from then on',
    async (status) => {
      meets(LOOKUP, { status, body: { kind: 'empty' } }, 99);
      const me = client();
      expect(valueOf(await me.lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
      const detection = asked().length;
      expect(valueOf(await me.lookup(identityOf(mira)))).toBeNull();
      expect(asked().slice(detection)).toEqual([`POST ${LEGACY}`]);
    },
  );

  test('also tells who is absent, after making sure', async () => {
    meets(LOOKUP, { status: 404, body: { kind: 'empty' } }, 99);
    expect(valueOf(await client().lookup(identityOf(mira)))).toBeNull();
    expect(asked()).toEqual([`POST ${LOOKUP}`, `POST ${LOOKUP}`, `POST ${LEGACY}`, `POST ${LEGACY}`]);
  });

  test('that knows neither name is an error, and the next look-up starts anew', async () => {
    meets('/leads/api/leads/*-one', { status: 404, body: { kind: 'empty' } }, 4);
    const me = client();
    expect(errorOf(await me.lookup(identityOf(ana)))).toEqual({ code: 'not-found', what: 'record' });
    expect(valueOf(await me.lookup(identityOf(ana)))?.name).toBe('Ana Duarte');
  });
});

describe('a failed look-up is never an absence', () => {
  test.each([
    [
      'a page of HTML with 404',
      { status: 404, body: { kind: 'html', text: '<h1>404</h1>' } } as const,
      'unreadable-answer',
    ],
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
    await me.lookup(bySlug('nobody-at-all'));
    meets(LOOKUP, effect, 9);
    expect(errorOf(await me.lookup(identityOf(ana))).code).toBe(code);
  });

  test('also when only the question about the route fails', async () => {
    sandbox().control.fault({ path: LOOKUP, skip: 1, effect: { status: 500 } });
    expect(errorOf(await client().lookup(identityOf(mira)))).toEqual({ code: 'server-trouble', status: 500 });
  });

  test('nor is one by id: 405 and a page of HTML say nothing about a contact', async () => {
    const me = client();
    const id = valueOf(await me.lookup(identityOf(ana)))?.id ?? expect.fail();
    meets('/leads/api/leads/*', { status: 405 });
    expect(errorOf(await me.contact(id))).toEqual({ code: 'unreadable-answer', status: 405 });
    meets('/leads/api/leads/*', { status: 404, body: { kind: 'html', text: '<h1>404</h1>' } });
    expect(errorOf(await me.contact(id))).toEqual({ code: 'unreadable-answer', status: 404 });
    meets('/leads/api/leads/*', { status: 405 });
    expect(errorOf(await me.removeContact(id))).toMatchObject({ fate: 'not-done' });
  });
});
