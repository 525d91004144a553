import { describe, expect, test } from 'vitest';
import { ana, jonas, li, mira } from '../../support/cast';
import type { KeyName } from './keys';
import type { WorkspaceName } from '../state/team';
import { FLOWS, leadUuid, LISTS, MESSAGES, rowsOf, SENDERS, uuidOf } from '../testing/seeded';
import { NOON, sandboxClient, type SandboxClient } from '../testing/sandbox-client';
import { isRecord } from '../wire/values';

const UPSERT = '/leads/api/leads/upsert';

describe('the two workspaces', () => {
  test('have their own lists, senders, stages, tags, custom fields, automations and contacts', async () => {
    const { ask } = sandboxClient();
    const names = async (path: string, key: KeyName) => {
      const query = path.endsWith('stages') ? { filter: '{"object":"lead"}' } : {};
      const answer = await (path.endsWith('search')
        ? ask('POST', path, { key, json: { limit: 100, disable_aggregation: true } })
        : ask('GET', path, { key, query }));
      return rowsOf(answer.body).map((row) => row['linkedin'] ?? row['label'] ?? row['name']);
    };
    const paths = [LISTS, SENDERS, FLOWS, '/leads/api/tags', '/leads/api/custom-fields', '/leads/api/pipeline-stages'];
    for (const path of [...paths, '/leads/api/leads/search']) {
      const [main, other] = [await names(path, 'main'), await names(path, 'other')];
      expect([main.length > 0, other.length > 0]).toEqual([true, true]);
      const shared = other.filter((name) => main.includes(name) && name !== jonas.slug);
      expect([path, ...shared]).toEqual([path]);
    }
  });

  test('share no id', async () => {
    const world = sandboxClient();
    const [acme, labs] = [await idsOf(world, 'acme'), await idsOf(world, 'labs')];
    expect(acme.size).toBeGreaterThan(12_000);
    expect(labs.size).toBeGreaterThan(400);
    expect([...labs].filter((id) => acme.has(id))).toEqual([]);
  });

  test('have Jonas as separate contacts; Ana and Li are only in the first, Mira in neither', () => {
    const world = sandboxClient();
    const [acme, labs] = [world.sandbox.control.workspace('acme'), world.sandbox.control.workspace('labs')];
    expect(leadUuid(world, jonas.slug, 'labs')).not.toBe(leadUuid(world, jonas.slug));
    expect(labs.contact(jonas.slug)).toMatchObject({ lead: { name: jonas.name, ln_id: jonas.memberId } });
    expect(labs.messages(leadUuid(world, jonas.slug, 'labs'))).toHaveLength(2);
    for (const { slug } of [ana, li]) expect([acme.contact(slug) === null, labs.contact(slug)]).toEqual([false, null]);
    expect([acme.contact(mira.slug), labs.contact(mira.slug)]).toEqual([null, null]);
    expect([acme.contactCount(), labs.contactCount()]).toEqual([300, 40]);
  });

  test('store what is written with their key, and show it only to their keys', async () => {
    const world = sandboxClient();
    const { ask, sandbox } = world;
    const labs = sandbox.control.workspace('labs');
    const lead = { linkedin_id: mira.slug, first_name: 'Mira', last_name: 'Okonkwo' };
    const list = labs.lists().find((row) => row.name === 'Beta testers')?.uuid ?? '';
    const made = await ask('POST', UPSERT, { key: 'other', json: { lead, list_uuid: list } });
    expect(made.body).toMatchObject({ team_id: 977, list_uuid: list });
    expect(labs.contact(mira.slug)).toMatchObject({ lead: { uuid: uuidOf(made.body) } });
    expect(sandbox.control.contact(mira.slug)).toBeNull();
    expect([sandbox.control.contactCount(), labs.contactCount()]).toEqual([300, 41]);

    const path = `/leads/api/leads/${uuidOf(made.body)}`;
    expect((await ask('GET', path, { key: 'otherWithoutTeamClaim' })).status).toBe(200);
    expect((await ask('GET', path)).status).toBe(404);
    expect((await ask('DELETE', path)).status).toBe(404);
    const lookup = { json: { linkedin_id: mira.slug } };
    expect((await ask('POST', '/leads/api/leads/lookup-one', lookup)).status).toBe(404);
  });

  test('refuse the ids of each other', async () => {
    const world = sandboxClient();
    const { ask, sandbox } = world;
    const [acme, labs] = [sandbox.control.workspace('acme'), sandbox.control.workspace('labs')];
    const [list, sender] = [acme.lists()[0]?.uuid, acme.senders()[0]?.uuid];
    const lead = leadUuid(world, jonas.slug);
    const ownSender = labs.senders()[0]?.uuid;
    const refused: readonly (readonly [string, object])[] = [
      [UPSERT, { lead: { linkedin_id: mira.slug }, list_uuid: list }],
      [MESSAGES, { sender_profile_uuid: sender, lead_uuid: leadUuid(world, jonas.slug, 'labs'), text: 'Hi' }],
      [MESSAGES, { sender_profile_uuid: ownSender, lead_uuid: lead, text: 'Hi' }],
    ];
    for (const [path, json] of refused) expect((await ask('POST', path, { key: 'other', json })).status).toBe(422);
    const messages = await ask('GET', MESSAGES, { key: 'other', query: { 'filter[lead_uuid]': lead } });
    expect(rowsOf(messages.body)).toEqual([]);
  });

  test('are both seeded again by a reset', async () => {
    const { ask, sandbox } = sandboxClient();
    const search = () => ask('POST', '/leads/api/leads/search', { key: 'other', json: { limit: 100 } });
    const before = await search();
    await ask('POST', LISTS, { key: 'other', json: { name: 'Gone soon' } });
    sandbox.control.workspace('labs').seedLists(3);
    expect(sandbox.control.workspace('labs').lists()).toHaveLength(8);
    sandbox.control.reset();
    expect((await search()).text).toBe(before.text);
    expect(sandbox.control.workspace('labs').lists()).toHaveLength(4);
  });

  test('have times relative to the creation of the sandbox, regardless of first use', () => {
    let now = NOON;
    const [early, late] = [sandboxClient({ now: () => now }), sandboxClient({ now: () => now })];
    const seen = ({ sandbox }: SandboxClient) => JSON.stringify(sandbox.control.workspace('labs').contact(jonas.slug));
    const before = seen(early);
    now += 86_400_000;
    expect(seen(late)).toBe(before);
  });

  test('are selected by name in control; without a name it is the first one', async () => {
    const world = sandboxClient();
    const { ask, sandbox } = world;
    const { control } = sandbox;
    const labs = control.workspace('labs');
    control.seedLists(2);
    expect([control.lists().length, control.workspace('acme').lists().length, labs.lists().length]).toEqual([
      14, 14, 4,
    ]);
    const message = {
      leadUuid: leadUuid(world, jonas.slug, 'labs'),
      senderUuid: labs.senders()[0]?.uuid ?? '',
      text: 'The sheet is fine.',
    };
    expect(control.receiveMessage(message)).toBeNull();
    const received = labs.receiveMessage(message);
    expect(labs.messages(message.leadUuid)).toContainEqual(expect.objectContaining({ uuid: received }));
    labs.failNextMessages('Out of reach');
    const json = { lead_uuid: message.leadUuid, sender_profile_uuid: message.senderUuid, text: 'Good.' };
    const sent = uuidOf((await ask('POST', MESSAGES, { key: 'other', json })).body);
    control.advance(10_000);
    expect(labs.messages(message.leadUuid)).toContainEqual(
      expect.objectContaining({ uuid: sent, status: 'failed', fail_reason: 'Out of reach' }),
    );
  });
});

/** Ids that are not GetSales' record ids: LinkedIn's ids, which are the same everywhere, and the kind of a contact source. */
const FOREIGN_IDS = new Set(['ln_id', 'sn_id', 'ln_member_id', 'company_ln_id', 'contact_source_id']);

const PATHS = [
  LISTS,
  SENDERS,
  FLOWS,
  '/flows/api/flows-leads',
  '/flows/api/linkedin-conversations',
  '/leads/api/activities',
  '/leads/api/custom-fields',
  '/leads/api/notes',
  '/leads/api/pipeline-stages',
  '/leads/api/tags',
] as const;

/** All ids in the answers and messages of a workspace. */
async function idsOf({ ask, sandbox }: SandboxClient, name: WorkspaceName): Promise<ReadonlySet<unknown>> {
  const key = name === 'acme' ? 'main' : 'other';
  const ids = new Set<unknown>();
  const collect = (value: unknown, field = ''): void => {
    if (Array.isArray(value)) {
      for (const item of value) collect(item, field);
    } else if (isRecord(value)) {
      for (const [inner, each] of Object.entries(value)) collect(each, inner);
    } else if (isId(field) && value !== null) ids.add(value);
  };
  for (let offset = 0; offset < 300; offset += 100) {
    const limit = { limit: 100, offset };
    for (const path of PATHS) {
      const filter = path.endsWith('stages') ? { object: 'lead' } : {};
      const json = path.endsWith('stages') || path.endsWith('activities') ? { filter: JSON.stringify(filter) } : {};
      collect((await ask('GET', path, { key, query: { limit: '100', offset: String(offset), ...json } })).body);
    }
    const json = { ...limit, disable_aggregation: true };
    const { body } = await ask('POST', '/leads/api/leads/search', { key, json });
    collect(body);
    for (const { uuid } of rowsOf(body)) collect(sandbox.control.workspace(name).messages(uuid));
  }
  return ids;
}

function isId(field: string): boolean {
  return /(?:^|_)(?:uu)?id$|^tags$/u.test(field) && !FOREIGN_IDS.has(field);
}
