import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { ana, jonas, mira, type CastMember } from '@/e2e/support/cast';
import { addOf, contactIdOf, identityOf, LOOKUP, seen, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { err, ok } from '@/lib/domain/result';

/** Has the name and the company of Jonas, who is in GetSales' list EU founders. */
const namesake: CastMember = { ...jonas, slug: 'jonas-berg-oslo', memberId: mira.memberId };
const draft = { name: jonas.name, company: jonas.company };

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

const addNamesake = (change: Parameters<typeof addOf>[1] = {}) =>
  addOf(world.procurement, { identity: identityOf(namesake), personName: namesake.name, draft, ...change });
const matchedOther = async () => ({
  effect: 'matched-other',
  contactId: await contactIdOf(world.worker, jonas),
  undoUntil: null,
  matched: { name: jonas.name, company: jonas.company, mayHaveMoved: false },
});

describe('an upsert that GetSales answers with another contact', () => {
  test('is reported as matched-other, changes nothing and cannot be undone', async () => {
    const before = world.sandbox.control.contact(jonas.slug);
    const expected = await matchedOther();
    const add = addNamesake();
    expect(await world.worker.ask('contact.add', add)).toMatchObject(ok(expected));
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: expected }]);
    expect(await world.worker.ask('contact.undo', { entryId: add.entryId })).toEqual(err({ code: 'undo-unsafe' }));
    expect(world.sandbox.control.contact(jonas.slug)).toEqual(before);
    expect(world.sandbox.control.contact(namesake.slug)).toBeNull();
    expect(seen(world.sandbox, 'DELETE', '/leads/api/leads/*')).toEqual([]);
  });

  test('is final: no automatic or manual retry, also after a restart', async () => {
    const add = addNamesake();
    await world.worker.ask('contact.add', add);
    world.pass(3_600_000);
    await world.worker.services.recovery.processDue(true);
    expect(await world.worker.ask('activity.retry', { entryId: add.entryId })).toEqual(err({ code: 'too-late' }));
    expect(await world.startWorker().ask('contact.add', add)).toMatchObject(ok({ effect: 'matched-other' }));
    expect(world.upserts()).toHaveLength(1);
  });

  test('counts as failed in Activity', async () => {
    await world.worker.ask('contact.add', addNamesake());
    const page = (show: 'failed' | 'open') => world.worker.ask('activity.page', { show, after: null, limit: 10 });
    expect(await page('failed')).toMatchObject(ok({ entries: [{ state: { outcome: { effect: 'matched-other' } } }] }));
    expect(await page('open')).toMatchObject(ok({ entries: [] }));
  });

  test('reports that a move may have moved that contact', async () => {
    expect(await world.worker.ask('contact.add', addNamesake({ ifPresent: 'move' }))).toMatchObject(
      ok({
        effect: 'matched-other',
        listId: world.procurement.id,
        undoUntil: null,
        matched: { name: jonas.name, mayHaveMoved: true },
      }),
    );
  });

  test('is recognised after a lost answer and a restart', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-after' } });
    const add = addNamesake();
    expect(await world.worker.ask('contact.add', add)).toMatchObject(ok({ effect: 'waiting' }));
    world.sandbox.control.clearFaults();
    world.pass(60_000);
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'matched-other' } }]);
  });

  test('is not confirmed by a lookup that answers with another contact', async () => {
    const lookup = await jonasAs({ list_uuid: world.procurement.id });
    world.sandbox.control.fault({ path: LOOKUP, effect: lookup });
    world.sandbox.control.fault({ path: UPSERT, effect: { connection: 'reset-after' } });
    expect(await world.worker.ask('contact.add', addNamesake())).toMatchObject(ok({ effect: 'waiting' }));
  });
});

describe('an upsert that GetSales answers without any LinkedIn id', () => {
  const bare = { linkedin: null, ln_id: null, sn_id: null };

  test('is this person when a lookup finds the same contact', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: await answerTo(mira, bare), times: 1 });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'kept', contactId: await contactIdOf(world.worker, mira) }),
    );
  });

  test('is another person when a lookup finds a different contact', async () => {
    await answerTo(mira, bare);
    world.sandbox.control.fault({ path: UPSERT, effect: await jonasAs(bare), times: 1 });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'matched-other' }),
    );
  });

  test('is another person when a lookup finds none and the contact is older than the add', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: await jonasAs(bare), times: 1 });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'matched-other', undoUntil: null }),
    );
  });

  test('is created without Undo when a lookup finds none and the contact is new', async () => {
    const made = { ...bare, list_uuid: world.procurement.id, created_at: new Date(world.now()).toISOString() };
    world.sandbox.control.fault({ path: UPSERT, effect: await jonasAs(made), times: 1 });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'created', undoUntil: null }),
    );
  });

  test('is retried and compared again when the lookup fails', async () => {
    world.sandbox.control.fault({ path: UPSERT, effect: await jonasAs(bare), times: 1 });
    const fault = world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
      ok({ effect: 'waiting', error: { code: 'server-trouble' } }),
    );
    fault.remove();
    world.pass(60_000);
    await world.worker.services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'created' } }]);
    expect(world.sandbox.control.contact(mira.slug)).not.toBeNull();
  });
});

test('a changed profile link with the same member id is the same person', async () => {
  const identity = LinkedInIdentity.parse({ slug: 'jonas-new-link', memberId: jonas.memberId, salesId: null });
  expect(await world.worker.ask('contact.add', addNamesake({ identity }))).toMatchObject(
    ok({ effect: 'kept', contactId: await contactIdOf(world.worker, jonas) }),
  );
});

test('a lookup that answers with another contact is neither present nor absent', async () => {
  world.sandbox.control.fault({ path: LOOKUP, effect: await jonasAs({}) });
  expect(await world.worker.ask('contact.status', { identity: identityOf(mira), fresh: false })).toEqual(
    err({ code: 'contact-mismatch' }),
  );
  expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(
    ok({ effect: 'created', undoUntil: null }),
  );
});

test('an undo of a move is not undone when GetSales answers with another contact', async () => {
  const move = addOf(world.procurement, { identity: identityOf(jonas), ifPresent: 'move' });
  await world.worker.ask('contact.add', move);
  world.sandbox.control.fault({ path: UPSERT, effect: await answerTo(ana, {}), times: 1 });
  expect(await world.worker.ask('contact.undo', { entryId: move.entryId })).toEqual(err({ code: 'undo-unsafe' }));
  expect(await world.states()).toMatchObject([{ name: 'done', outcome: { effect: 'moved' } }]);
});

const jonasAs = (change: Readonly<Record<string, unknown>>) => answerTo(jonas, change);

/** GetSales' answer about this person, added first if they are new, with some columns changed. */
async function answerTo(person: CastMember, change: Readonly<Record<string, unknown>>) {
  const headers = { authorization: `Bearer ${world.sandbox.key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({
    lead: { linkedin_id: person.slug, name: person.name },
    list_uuid: world.procurement.id,
    update_if_exists: false,
  });
  const url = `https://amazing.getsales.io${UPSERT}`;
  const answer = await world.sandbox.fetch(url, { method: 'POST', headers, body });
  const lead: unknown = await answer.json();
  world.sandbox.control.clearRequests();
  return { status: 200, body: { kind: 'json', value: { ...Object(lead), ...change } } } as const;
}
