import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { mira } from '@/e2e/support/cast';
import { addOf, LOOKUP, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { err, ok } from '@/lib/domain/result';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

describe('an add that GetSales cannot accept', () => {
  test('is refused with GetSales’ own reason, and not retried', async () => {
    const gone = { id: '00000000-0000-4000-8000-000000000009', name: 'Gone' };
    expect(await world.worker.ask('contact.add', addOf(gone))).toMatchObject(
      err({ code: 'refused', status: 422, problems: [{ field: 'list_uuid' }] }),
    );
    expect(world.upserts()).toHaveLength(1);
    expect(await world.states()).toMatchObject([{ name: 'refused', error: { code: 'refused' } }]);
  });

  test('waits for a new key after one request with a rejected key', async () => {
    world.sandbox.control.revokeKey();
    const waiting = { effect: 'waiting', error: { code: 'key-rejected' } };
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toEqual(ok(waiting));
    expect(world.sandbox.control.requests()).toHaveLength(1);
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'key-rejected' } }]);
  });

  test('is refused when the list is gone, and the lists are reloaded', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 404, body: { kind: 'json', value: {} } } });
    world.sandbox.control.fault({
      method: 'POST',
      path: '/leads/api/leads',
      effect: { status: 404, body: { kind: 'json', value: {} } },
    });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(err({ code: 'not-found' }));
    expect(await world.states()).toMatchObject([{ name: 'refused', error: { code: 'not-found' } }]);
    expect(world.sandbox.control.requests().at(-1)?.path).toBe('/leads/api/lists');
  });

  test('waits on disk while offline, without a request', async () => {
    world.setOnline(false);
    const waiting = { effect: 'waiting', error: { code: 'offline' } };
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toEqual(ok(waiting));
    expect(world.sandbox.control.requests()).toEqual([]);
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'offline' }, tries: 1 }]);
  });

  test('waits at once while offline, however many there are', async () => {
    world.setOnline(false);
    const before = world.now();
    const numbers = Array.from({ length: 20 }, (_each, number) => number);
    for (const number of numbers) {
      const identity = LinkedInIdentity.parse({ slug: `person-${number}`, memberId: null, salesId: null });
      await world.worker.ask('contact.add', addOf(world.procurement, { identity }));
    }
    expect(await world.states()).toMatchObject(numbers.map(() => ({ name: 'waiting' })));
    expect(world.now()).toBe(before);
  });
});

describe('a waiting add', () => {
  test('keeps every field on disk, and sends them all with a connection', async () => {
    const draft = {
      name: 'Mira Okonkwo',
      firstName: 'Mira',
      lastName: 'Okonkwo',
      company: 'Nordlys Energy',
      companyDomain: 'nordlys-energy.example',
      position: 'Head of Procurement',
      headline: 'Head of Procurement, building fair supply chains',
      about: 'I buy what keeps the lights on.',
      location: 'Oslo, Norway',
      avatarUrl: 'https://example.com/mira.jpg',
      workEmail: 'mira@nordlys-energy.example',
      personalEmail: 'mira@example.org',
      workPhone: '+4722123456',
      personalPhone: '+4722123457',
      tags: ['Met in Oslo'],
      customFields: { Gender: 'Female', First_Message: 'Thanks, Mira.\nI was curious.' },
    };
    world.setOnline(false);
    const add = { ...addOf(world.procurement), draft };
    expect(await world.worker.ask('contact.add', add)).toMatchObject(ok({ effect: 'waiting' }));
    const recent = await world.worker.ask('outbox.recent', { contactId: null });
    expect(recent).toMatchObject(ok([{ draft }]));
    world.setOnline(true);
    const restarted = world.startWorker();
    expect(await restarted.ask('activity.retry', { entryId: add.entryId })).toMatchObject(ok({ name: 'done' }));
    expect(world.sandbox.control.contact(mira.slug)).toMatchObject({
      lead: {
        first_name: 'Mira',
        last_name: 'Okonkwo',
        work_email: draft.workEmail,
        personal_email: draft.personalEmail,
        work_phone_number: draft.workPhone,
        personal_phone_number: draft.personalPhone,
        about: draft.about,
        avatar_url: draft.avatarUrl,
      },
      domain: draft.companyDomain,
      tag_names: draft.tags,
      custom_fields: draft.customFields,
    });
  });
});

describe('an upsert without an answer', () => {
  test.each([
    ['the connection broke before the request was performed', { connection: 'reset-before' }],
    ['the connection broke after the request was performed', { connection: 'reset-after' }],
    ['the server failed', { status: 502 }],
    ['the answer was a web page', { body: { kind: 'html', text: '<h1>Hello</h1>' } }],
    ['the answer was cut off', { body: { kind: 'truncated' } }],
    ['the answer was empty', { body: { kind: 'empty' } }],
  ] as const)(
    'is repeated, and creates one contact that may have been changed since, when %s',
    async (_name, effect) => {
      world.sandbox.control.fault({ path: UPSERT, times: 1, effect });
      expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
        ok({ effect: 'created', listName: 'Nordic procurement', undoUntil: null }),
      );
      expect(world.upserts()).toHaveLength(2);
      expect(world.sandbox.control.contact(mira.slug)).toMatchObject({ lead: { list_uuid: world.procurement.id } });
    },
  );

  test('is followed by a lookup after three attempts; a contact found is added', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-after' } });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(ok({ effect: 'created' }));
    expect(world.upserts()).toHaveLength(3);
  });

  test('is scheduled for a retry when the lookup does not find the contact', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-before' } });
    const lost = { code: 'unreachable', why: 'network' };
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toEqual(
      ok({ effect: 'waiting', error: lost }),
    );
    expect(world.upserts()).toHaveLength(3);
    const retryAt = new Date(world.now() + 2_000).toISOString();
    expect(await world.states()).toEqual([{ name: 'waiting', error: lost, tries: 1, retryAt, mayHaveArrived: true }]);
  });

  test('keeps its unknown outcome when GetSales rate-limits the next attempt', async () => {
    world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '600' } } });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'waiting', error: { code: 'rate-limited' } }),
    );
    const retryAt = new Date(world.now() + 600_000).toISOString();
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'rate-limited' }, retryAt }]);
  });

  test('an add whose first lookup fails is sent without Undo', async () => {
    world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'created', undoUntil: null }),
    );
  });
});
