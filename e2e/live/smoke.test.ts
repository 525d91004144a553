import { describe, expect, test } from 'vitest';
import { ana } from '@/e2e/support/cast';
import { againstSandbox } from '@/lib/getsales/testing/against-sandbox';
import { smoke } from './smoke';

const { sandbox, client, meets, asked } = againstSandbox();

async function run(changes: Parameters<typeof client>[0] = {}, nonsense = 'shortlist-smoke-1') {
  const lines: string[] = [];
  const isWell = await smoke({ client: client(changes), nonsense: () => nonsense, print: (line) => lines.push(line) });
  return { lines, isWell };
}

describe('the smoke of the real service', () => {
  test('counts and tells nothing else', async () => {
    expect(await run()).toEqual({
      lines: ['key: accepted; workspace named', 'lists: 12', 'senders: 3', 'look-up of nobody: absent'],
      isWell: true,
    });
  });

  test('changes nothing: it reads, and looks somebody up', async () => {
    await run();
    const changing = asked().filter((line) => !line.startsWith('GET ') && line !== 'POST /leads/api/leads/lookup-one');
    expect(changing).toEqual([]);
  });

  test('stops at a key that is not accepted', async () => {
    sandbox().control.revokeKey();
    expect(await run()).toEqual({ lines: ['key: failed, key-rejected'], isWell: false });
  });

  test('goes on past one failure and ends unwell', async () => {
    meets('/leads/api/lists', { status: 403, body: { kind: 'json', value: { message: 'mara@acme.test may not' } } });
    const { lines, isWell } = await run();
    expect(lines).toContain('lists: failed, forbidden');
    expect(lines).toHaveLength(4);
    expect(isWell).toBe(false);
  });

  test('is unwell when nonsense finds somebody, and does not say whom', async () => {
    const { lines, isWell } = await run({}, ana.slug);
    expect(lines.at(-1)).toBe('look-up of nobody: found somebody');
    expect(isWell).toBe(false);
  });
});
