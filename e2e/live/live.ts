import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGetSalesClient } from '@/lib/getsales/create-client';
import { smoke } from './smoke';

// `npm run live`: the real service, read only. The key comes from the environment and is never printed.
const key = process.env['GETSALES_API_KEY']?.trim() ?? '';
const print = (line: string): void => void process.stdout.write(`live: ${line}\n`);

if (key === '') {
  print('skipped: GETSALES_API_KEY is not set, so there is nobody to ask the real service as');
} else {
  const client = createGetSalesClient({
    fetch,
    // It only reads: what may leave only once has no way out.
    openTransport: () => Promise.resolve(null),
    key: () => Promise.resolve(key),
    now: Date.now,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
  });
  const isWell = await smoke({ client, nonsense: () => `shortlist-smoke-${randomUUID()}`, print });
  process.exitCode = isWell ? 0 : 1;
}
