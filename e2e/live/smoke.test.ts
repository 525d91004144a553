import { describe, expect, test } from 'vitest';
import { ana } from '@/e2e/support/cast';
import { againstSandbox } from '@/lib/getsales/testing/against-sandbox';
import { smoke } from './smoke';

const { sandbox, client, meets, asked } = againstSandbox();

async function run(changes: Parameters<typeof client>[0] = {}, nonsense = 'shortlist-smoke-1') {
  const lines: string[] = [];
  const hasSucceeded = await smoke({
    client: client(changes),
    nonsense: () => nonsense,
    print: (line) => lines.push(line),
  });
  return { lines, hasSucceeded };
}

describe('the smoke test of the real service', () => {
  test('prints counts and nothing else', async () => {
    expect(await run()).toEqual({
      lines: ['key: accepted; workspace named', 'lists: 12', 'senders: 3', 'lookup of nonsense: absent'],
      hasSucceeded: true,
    });
  });

  test('changes nothing: it reads and looks a contact up', async () => {
    await run();
    const changing = asked().filter((line) => !line.startsWith('GET ') && line !== 'POST /leads/api/leads/lookup-one');
    expect(changing).toEqual([]);
  });

  test('stops when the key is rejected', async () => {
    sandbox().control.revokeKey();
    expect(await run()).toEqual({ lines: ['key: failed, key-rejected'], hasSucceeded: false });
  });

  test('continues after a failure and reports it at the end', async () => {
    meets('/leads/api/lists', { status: 403, body: { kind: 'json', value: { message: 'mara@acme.test may not' } } });
    const { lines, hasSucceeded } = await run();
    expect(lines).toContain('lists: failed, forbidden');
    expect(lines).toHaveLength(4);
    expect(hasSucceeded).toBe(false);
  });

  test('fails when nonsense finds a contact, and does not name it', async () => {
    const { lines, hasSucceeded } = await run({}, ana.slug);
    expect(lines.at(-1)).toBe('lookup of nonsense: found a contact');
    expect(hasSucceeded).toBe(false);
  });
});
