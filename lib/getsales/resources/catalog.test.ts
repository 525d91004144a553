import { describe, expect, test } from 'vitest';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';

const { sandbox, time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';
const STAGES = '/leads/api/pipeline-stages';
const CUSTOM_FIELDS = '/leads/api/custom-fields';

describe('whose key it is', () => {
  test('is told with the workspace that the key belongs to', async () => {
    expect(valueOf(await client().whoAmI())).toEqual({
      id: 'team 812, user 1c0f7a2e-9b0d-4a53-8f55-20f0a3f5d111',
      userName: 'Mara Lind',
      email: 'mara@acme.test',
      workspace: 'Acme',
      teamId: 812,
      keyTail: sandbox().key.slice(-4),
      keyExpiresAt: '2029-05-03T00:00:00.000Z',
    });
  });

  test('is not asked with something that cannot be a key', async () => {
    expect(errorOf(await client({ key: () => Promise.resolve('hunter2') }).whoAmI())).toEqual({
      code: 'key-malformed',
    });
    expect(errorOf(await client({ now: () => Date.UTC(2030, 0) }).whoAmI())).toEqual({ code: 'key-expired' });
    expect(errorOf(await client({ key: () => Promise.resolve(null) }).whoAmI())).toEqual({ code: 'not-connected' });
    expect(asked()).toEqual([]);
  });

  test('is a good key also where the workspaces cannot be asked', async () => {
    meets('/id/api/teams', { status: 403, body: { kind: 'json', value: {} } });
    expect(valueOf(await client().whoAmI())).toMatchObject({ userName: 'Mara Lind', workspace: null, teamId: 812 });
  });

  test('is not believed of an answer that names nobody', async () => {
    meets('/id/api/users/current', { body: { kind: 'json', value: { id: 7 } } });
    expect(errorOf(await client().whoAmI())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('is not told with a revoked key', async () => {
    sandbox().control.revokeKey();
    expect(errorOf(await client().whoAmI())).toEqual({ code: 'key-rejected' });
  });
});

describe('lists', () => {
  test('come by name, whatever the case and whatever order GetSales gave them in', async () => {
    const me = client();
    await me.createList('zebra fair');
    await me.createList('Aardvark fair');
    const names = valueOf(await me.lists()).map(({ name }) => name);
    expect(names).toHaveLength(14);
    expect(names[0]).toBe('Aardvark fair');
    expect(names.at(-1)).toBe('zebra fair');
  });

  test('come to the last of ten thousand, and within the limit of requests', async () => {
    sandbox().control.seedLists(9_988);
    const all = valueOf(await client().lists());
    expect(new Set(all.map(({ id }) => id)).size).toBe(10_000);
    expect(asked()).toHaveLength(100);
    expect(time().monotonic()).toBeGreaterThanOrEqual(92 * 250);
  });

  test('come once each when pages repeat and skip rows', async () => {
    sandbox().control.seedLists(300);
    meets(LISTS, { list: { repeatFirst: true } });
    meets(LISTS, { list: { dropFirst: true } });
    const ids = valueOf(await client().lists()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A row that is repeated pushes the next page past one, and the second page kept one back: two of 312.
    expect(ids).toHaveLength(310);
  });

  test('end although GetSales says that there is always more', async () => {
    meets(LISTS, { list: { hasMore: true, total: 1_000_000 } }, 100);
    expect(valueOf(await client().lists())).toHaveLength(12);
    expect(asked()).toHaveLength(2);
  });

  test('end at a page that brings nothing new', async () => {
    const row = { uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Loop' };
    meets(LISTS, { body: { kind: 'json', value: { data: [row], has_more: true } } }, 100);
    expect(valueOf(await client().lists())).toHaveLength(1);
    expect(asked()).toHaveLength(2);
  });

  test('are not shortened by a row that cannot be read, and are not empty when none can', async () => {
    const row = { uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Fair' };
    meets(LISTS, { body: { kind: 'json', value: { data: [row, null, { name: 'No id' }], total: 3 } } });
    expect(valueOf(await client().lists())).toEqual([{ id: row.uuid, name: 'Fair' }]);
    meets(LISTS, { body: { kind: 'json', value: { data: [{ id: 1, title: 'Renamed' }], total: 1 } } });
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('are an error, and not half of them, when a page in the middle fails', async () => {
    sandbox().control.seedLists(300);
    sandbox().control.fault({ path: LISTS, skip: 2, times: 4, effect: { status: 500 } });
    expect(errorOf(await client().lists())).toEqual({ code: 'server-trouble', status: 500 });
  });
});

describe('a new list', () => {
  test('is made once and told with its id', async () => {
    const made = valueOf(await client().createList('Trade fair'));
    expect(made.name).toBe('Trade fair');
    expect(asked()).toEqual([`POST ${LISTS}`]);
    expect(sandbox().control.requests()[0]?.body).toEqual({ name: 'Trade fair' });
  });

  test('may exist after an answer that cannot be read, and is not made twice', async () => {
    for (const body of [{ kind: 'empty' }, { kind: 'truncated' }, { kind: 'html', text: '<p>' }] as const) {
      meets(LISTS, { performed: true, body });
      expect(errorOf(await client().createList('Trade fair'))).toMatchObject({
        fate: 'unknown',
        error: { code: 'unreadable-answer' },
      });
    }
    expect(asked()).toHaveLength(3);
  });

  test('is refused in the words of GetSales', async () => {
    expect(errorOf(await client().createList(''))).toEqual({
      fate: 'not-done',
      error: {
        code: 'refused',
        status: 422,
        problems: [{ field: 'name', message: 'The name field is required.' }],
      },
    });
  });
});

test('senders come oldest first, by their label, with what they can do', async () => {
  expect(valueOf(await client().senders()).map(({ name, enabled, canWrite }) => [name, enabled, canWrite])).toEqual([
    ['Mara (DE)', true, true],
    ['Tom', false, true],
    ['Office (mail only)', true, false],
  ]);
});

describe('stages', () => {
  test('of contacts come by id, those of companies do not', async () => {
    const stages = valueOf(await client().stages());
    expect([...stages.values()]).toContain('Engaging');
    expect(sandbox().control.requests()[0]?.query).toContainEqual(['filter', '{"object":"lead"}']);
  });

  test('are asked for with brackets where GetSales does not take the JSON text', async () => {
    meets(STAGES, { status: 422, body: { kind: 'json', value: { error: { data: { filter: ['Must be a map.'] } } } } });
    expect([...valueOf(await client().stages()).values()]).toContain('Engaging');
    expect(sandbox().control.requests()[1]?.query).toContainEqual(['filter[object]', 'lead']);
  });
});

describe('custom fields', () => {
  test('of contacts come in the workspace’s order, those of companies do not', async () => {
    const row = (name: string, object: string | null, order: number) => ({
      uuid: `0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d0${String(order)}`,
      name,
      object,
      order,
    });
    const data = [row('Second', 'lead', 2), row('Size', 'company', 0), row('First', 'lead', 1)];
    meets(CUSTOM_FIELDS, { body: { kind: 'json', value: { data, total: 3 } } });
    expect(valueOf(await client().customFields()).map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  test('are none, and not an error, where only companies have some', async () => {
    const data = [{ uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Size', object: 'company', order: 1 }];
    meets(CUSTOM_FIELDS, { body: { kind: 'json', value: { data, total: 1 } } });
    expect(valueOf(await client().customFields())).toEqual([]);
  });

  test('are asked for page by page', async () => {
    expect(valueOf(await client().customFields()).map(({ name }) => name)).toContain('Connection_Message');
    expect(sandbox().control.requests()[0]?.query).toEqual([
      ['order_field', 'order'],
      ['order_type', 'asc'],
      ['limit', '100'],
      ['offset', '0'],
    ]);
  });

  test('that GetSales does not list are an error, and not none', async () => {
    meets(CUSTOM_FIELDS, { status: 500 }, 10);
    expect(errorOf(await client().customFields())).toEqual({ code: 'server-trouble', status: 500 });
    sandbox().control.clearFaults();
    meets(CUSTOM_FIELDS, { body: { kind: 'json', value: { data: [{ title: 'Renamed' }], total: 1 } } });
    expect(errorOf(await client().customFields())).toEqual({ code: 'unreadable-answer', status: 200 });
  });
});
