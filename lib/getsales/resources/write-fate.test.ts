import { describe, expect, test } from 'vitest';
import { mira } from '@/e2e/support/cast';
import type { GetSalesClient } from '../client';
import { againstSandbox, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, client, meets, asked } = againstSandbox();
const UPSERT = '/leads/api/leads/upsert';

async function request(me: GetSalesClient) {
  const [list] = valueOf(await me.lists()).lists;
  sandbox().control.clearRequests();
  const listId = list?.id ?? expect.fail('no list');
  return { identity: identityOf(mira), listId, draft: {}, moveToList: false };
}

describe('the fate of a write', () => {
  test.each([
    [400, 'not-done', 'refused'],
    [401, 'not-done', 'key-rejected'],
    [402, 'not-done', 'payment-required'],
    [403, 'not-done', 'forbidden'],
    [411, 'not-done', 'refused'],
    [413, 'not-done', 'refused'],
    [415, 'not-done', 'refused'],
    [422, 'not-done', 'refused'],
    [429, 'not-done', 'rate-limited'],
    [408, 'unknown', 'server-trouble'],
    [409, 'unknown', 'refused'],
    [425, 'unknown', 'server-trouble'],
    [500, 'unknown', 'server-trouble'],
    [502, 'unknown', 'server-trouble'],
    [503, 'unknown', 'server-trouble'],
    [504, 'unknown', 'server-trouble'],
    [418, 'unknown', 'server-trouble'],
    [301, 'unknown', 'unreachable'],
    [307, 'unknown', 'unreachable'],
  ] as const)('is after a %i: %s', async (status, fate, code) => {
    const me = client();
    const wanted = await request(me);
    const headers = { location: '/elsewhere' };
    meets(UPSERT, { status, headers, body: { kind: 'json', value: { message: 'No.' } } });
    expect(errorOf(await me.upsert(wanted))).toMatchObject({ fate, error: { code } });
    expect(asked()).toEqual([`POST ${UPSERT}`]);
  });

  test.each([
    ['a reset', { connection: 'reset-after' } as const],
    ['a body that breaks off', { performed: true, body: { kind: 'cut' } } as const],
    ['HTML', { performed: true, body: { kind: 'html', text: '<p>' } } as const],
    ['half the JSON', { body: { kind: 'truncated' } } as const],
    ['an empty body', { performed: true, body: { kind: 'empty' } } as const],
    ['204', { performed: true, status: 204 } as const],
    ['a contact without an id', { performed: true, body: { kind: 'json', value: { name: 'Mira' } } } as const],
    ['null', { performed: true, body: { kind: 'json', value: null } } as const],
    ['"ok"', { performed: true, body: { kind: 'json', value: 'ok' } } as const],
  ])('is unknown after %s', async (_what, effect) => {
    const me = client();
    const wanted = await request(me);
    meets(UPSERT, effect);
    expect(errorOf(await me.upsert(wanted)).fate).toBe('unknown');
    expect(asked()).toEqual([`POST ${UPSERT}`]);
    expect(sandbox().control.contact('mira-okonkwo')).not.toBeNull();
  });

  test('is not-done after a refusal with an incomplete body', async () => {
    const me = client();
    const wanted = await request(me);
    // Twice, because without words it may be about Team-ID.
    meets(UPSERT, { status: 422, performed: true, body: { kind: 'cut' } }, 2);
    expect(errorOf(await me.upsert(wanted))).toEqual({
      fate: 'not-done',
      error: { code: 'forbidden', by: 'gateway' },
    });
  });
});
