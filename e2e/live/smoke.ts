import type { AppError } from '@/lib/domain/app-error';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';

export interface SmokeDeps {
  readonly client: GetSalesClient;
  /** Makes the nickname that nobody has. */
  readonly nonsense: () => string;
  readonly print: (line: string) => void;
}

/**
 * Asks GetSales four things that change nothing, and says what came of each in words without names, addresses, ids or the
 * key. True when all went well.
 */
export async function smoke({ client, nonsense, print }: SmokeDeps): Promise<boolean> {
  const nobody = LinkedInIdentity.parse({ slug: nonsense(), memberId: null, salesId: null });
  const checks: readonly (readonly [string, () => Promise<Result<string>>])[] = [
    [
      'key',
      async () =>
        told(await client.whoAmI(), (it) => `accepted; workspace ${it.workspace === null ? 'not ' : ''}named`),
    ],
    ['lists', async () => told(await client.lists(), (all) => `${all.length}`)],
    ['senders', async () => told(await client.senders(), (all) => `${all.length}`)],
    [
      'look-up of nobody',
      async () => told(await client.lookup(nobody), (found) => (found === null ? 'absent' : 'found somebody')),
    ],
  ];
  let isWell = true;
  for (const [what, check] of checks) {
    const answer = await check();
    print(`${what}: ${answer.ok ? answer.value : `failed, ${codeOf(answer.error)}`}`);
    isWell &&= answer.ok && answer.value !== 'found somebody';
    if (!answer.ok && what === 'key') return false;
  }
  return isWell;
}

function told<T>(answer: Result<T>, words: (value: T) => string): Result<string> {
  return answer.ok ? ok(words(answer.value)) : answer;
}

/** Problems of fields stay out: they may quote what was sent. */
function codeOf(error: AppError): string {
  return 'status' in error ? `${error.code} (${error.status})` : error.code;
}
