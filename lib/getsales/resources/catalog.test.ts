import { describe, expect, test } from 'vitest';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';

const { sandbox, time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';
const STAGES = '/leads/api/pipeline-stages';
const CUSTOM_FIELDS = '/leads/api/custom-fields';

describe('the account of a key', () => {
  test('has the workspace of the key', async () => {
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

  test('is not requested with an invalid key', async () => {
    expect(errorOf(await client({ key: () => Promise.resolve('hunter2') }).whoAmI())).toEqual({
      code: 'key-malformed',
    });
    expect(errorOf(await client({ key: () => Promise.resolve(null) }).whoAmI())).toEqual({ code: 'not-connected' });
    expect(asked()).toEqual([]);
  });

  test('is accepted also when the workspaces cannot be read', async () => {
    meets('/id/api/teams', { status: 403, body: { kind: 'json', value: {} } });
    expect(valueOf(await client().whoAmI())).toMatchObject({ userName: 'Mara Lind', workspace: null, teamId: 812 });
  });

  test('is unreadable in an answer without a name or address', async () => {
    meets('/id/api/users/current', { body: { kind: 'json', value: { id: 7 } } });
    expect(errorOf(await client().whoAmI())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('is not returned for a revoked key', async () => {
    sandbox().control.revokeKey();
    expect(errorOf(await client().whoAmI())).toEqual({ code: 'key-rejected' });
  });
});

describe('lists', () => {
  test('are sorted by name, without regard to case', async () => {
    const me = client();
    await me.createList('zebra fair');
    await me.createList('Aardvark fair');
    const names = valueOf(await me.lists()).lists.map(({ name }) => name);
    expect(names).toHaveLength(14);
    expect(names[0]).toBe('Aardvark fair');
    expect(names.at(-1)).toBe('zebra fair');
  });

  test('have the whole name that was asked for', async () => {
    const me = client();
    const name = `Fair 2027 – "Łódź & Düsseldorf" ${'very '.repeat(33)}long`;
    expect(valueOf(await me.createList(name)).name).toBe(name);
    expect(
      sandbox()
        .control.lists()
        .map((list) => list.name),
    ).toContain(name);
  });

  test('are read to the last of ten thousand, within the rate limit', async () => {
    sandbox().control.seedLists(9_988);
    const all = valueOf(await client().lists()).lists;
    expect(new Set(all.map(({ id }) => id)).size).toBe(10_000);
    expect(asked()).toHaveLength(100);
    expect(time().monotonic()).toBeGreaterThanOrEqual(92 * 260);
  });

  test('are not repeated when pages repeat and skip rows', async () => {
    sandbox().control.seedLists(300);
    meets(LISTS, { list: { repeatFirst: true } });
    meets(LISTS, { list: { dropFirst: true } });
    const ids = valueOf(await client().lists()).lists.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // The repeated row shifts the next page by one, and the second page drops one: two of 312 are missing.
    expect(ids).toHaveLength(310);
  });

  test('end although GetSales always reports more', async () => {
    meets(LISTS, { list: { hasMore: true, total: 1_000_000 } }, 100);
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
    expect(asked()).toHaveLength(2);
  });

  test('end at a page without new rows', async () => {
    const row = { uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Loop' };
    meets(LISTS, { body: { kind: 'json', value: { data: [row], has_more: true } } }, 100);
    expect(valueOf(await client().lists()).lists).toHaveLength(1);
    expect(asked()).toHaveLength(2);
  });

  test('skip an unreadable row, and fail when all rows are unreadable', async () => {
    const row = { uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Fair' };
    meets(LISTS, { body: { kind: 'json', value: { data: [row, null, { name: 'No id' }], total: 3 } } });
    expect(valueOf(await client().lists()).lists).toEqual([{ id: row.uuid, name: 'Fair' }]);
    meets(LISTS, { body: { kind: 'json', value: { data: [{ id: 1, title: 'Renamed' }], total: 1 } } });
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('are those of the pages before one that fails', async () => {
    sandbox().control.seedLists(300);
    sandbox().control.fault({ path: LISTS, skip: 2, times: 4, effect: { status: 500 } });
    expect(valueOf(await client().lists())).toMatchObject({ lists: { length: 200 }, more: true });
  });

  test('are searched by words of their name and by id', async () => {
    sandbox().control.seedLists(300);
    const [list] = valueOf(await client().lists()).lists;
    const wanted = list ?? expect.fail();
    expect(valueOf(await client().findLists('q', wanted.name.toUpperCase()))).toContainEqual(wanted);
    expect(valueOf(await client().findLists('uuid', wanted.id))).toEqual([wanted]);
    expect(valueOf(await client().findLists('q', 'no list has this name'))).toEqual([]);
  });
});

describe('a new list', () => {
  test('is created once and returned with its id', async () => {
    const made = valueOf(await client().createList('Trade fair'));
    expect(made.name).toBe('Trade fair');
    expect(asked()).toEqual([`POST ${LISTS}`]);
    expect(sandbox().control.requests()[0]?.body).toEqual({ name: 'Trade fair' });
  });

  test('may exist after an unreadable answer, and is not created twice', async () => {
    for (const body of [{ kind: 'empty' }, { kind: 'truncated' }, { kind: 'html', text: '<p>' }] as const) {
      meets(LISTS, { performed: true, body });
      expect(errorOf(await client().createList('Trade fair'))).toMatchObject({
        fate: 'unknown',
        error: { code: 'unreadable-answer' },
      });
    }
    expect(asked()).toHaveLength(3);
  });

  test('is refused with GetSales’ own message', async () => {
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

test('senders are returned oldest first, with label and abilities', async () => {
  expect(valueOf(await client().senders()).map(({ name, enabled, canWrite }) => [name, enabled, canWrite])).toEqual([
    ['Mara (DE)', true, true],
    ['Tom', false, true],
    ['Office (mail only)', true, false],
  ]);
});

describe('stages', () => {
  test('are those of contacts, by id', async () => {
    const stages = valueOf(await client().stages());
    expect(Object.values(stages)).toContain('Engaging');
    expect(sandbox().control.requests()[0]?.query).toContainEqual(['filter[object]', 'lead']);
  });

  test.each([
    ['refuses brackets', { status: 422, body: { kind: 'json', value: { error: { data: { filter: ['No.'] } } } } }],
    ['finds nothing with brackets', { body: { kind: 'json', value: { data: [], total: 0 } } }],
  ] as const)('are requested with JSON text when GetSales %s', async (_what, effect) => {
    meets(STAGES, effect);
    expect(Object.values(valueOf(await client().stages()))).toContain('Engaging');
    expect(sandbox().control.requests()[1]?.query).toContainEqual(['filter', '{"object":"lead"}']);
  });
});

describe('custom fields', () => {
  test('are those of contacts, in the workspace’s order', async () => {
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

  test('are empty when only companies have some', async () => {
    const data = [{ uuid: '0a9d5b1c-6d41-4e4e-8f44-9f0a1b2c3d01', name: 'Size', object: 'company', order: 1 }];
    meets(CUSTOM_FIELDS, { body: { kind: 'json', value: { data, total: 1 } } });
    expect(valueOf(await client().customFields())).toEqual([]);
  });

  test('are requested page by page', async () => {
    expect(valueOf(await client().customFields()).map(({ name }) => name)).toContain('Connection_Message');
    expect(sandbox().control.requests()[0]?.query).toEqual([
      ['order_field', 'order'],
      ['order_type', 'asc'],
      ['limit', '100'],
      ['offset', '0'],
    ]);
  });

  test('fail when GetSales does not list them', async () => {
    meets(CUSTOM_FIELDS, { status: 500 }, 10);
    expect(errorOf(await client().customFields())).toEqual({ code: 'server-trouble', status: 500 });
    sandbox().control.clearFaults();
    meets(CUSTOM_FIELDS, { body: { kind: 'json', value: { data: [{ title: 'Renamed' }], total: 1 } } });
    expect(errorOf(await client().customFields())).toEqual({ code: 'unreadable-answer', status: 200 });
  });
});
