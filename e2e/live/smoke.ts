import type { AppError } from '@/lib/domain/app-error';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';

export interface SmokeDeps {
  readonly client: GetSalesClient;
  /** Makes a slug that no contact has. */
  readonly nonsense: () => string;
  readonly print: (line: string) => void;
}

/**
 * Sends four reads to GetSales and prints one line for each, without names, addresses, ids or the key. True when all
 * succeeded.
 */
export async function smoke({ client, nonsense, print }: SmokeDeps): Promise<boolean> {
  const noContact = LinkedInIdentity.parse({ slug: nonsense(), memberId: null, salesId: null });
  const checks: readonly (readonly [string, () => Promise<Result<string>>])[] = [
    [
      'key',
      async () =>
        described(await client.whoAmI(), (it) => `accepted; workspace ${it.workspace === null ? 'not ' : ''}named`),
    ],
    ['lists', async () => described(await client.lists(), ({ lists }) => `${lists.length}`)],
    ['senders', async () => described(await client.senders(), (all) => `${all.length}`)],
    [
      'lookup of nonsense',
      async () => described(await client.lookup(noContact), (found) => (found === null ? 'absent' : 'found a contact')),
    ],
  ];
  let hasSucceeded = true;
  for (const [what, check] of checks) {
    const answer = await check();
    print(`${what}: ${answer.ok ? answer.value : `failed, ${codeOf(answer.error)}`}`);
    hasSucceeded &&= answer.ok && answer.value !== 'found a contact';
    if (!answer.ok && what === 'key') return false;
  }
  return hasSucceeded;
}

function described<T>(answer: Result<T>, describe: (value: T) => string): Result<string> {
  return answer.ok ? ok(describe(answer.value)) : answer;
}

/** Leaves out field errors, which may quote the request. */
function codeOf(error: AppError): string {
  return 'status' in error ? `${error.code} (${error.status})` : error.code;
}
