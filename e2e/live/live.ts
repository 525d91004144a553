import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGetSalesClient } from '@/lib/getsales/client';
import { smoke } from './smoke';

// `npm run live`: reads from the real GetSales. The key comes from the environment and is never printed.
const key = process.env['GETSALES_API_KEY']?.trim() ?? '';
const print = (line: string): void => void process.stdout.write(`live: ${line}\n`);

if (key === '') {
  print('skipped: GETSALES_API_KEY is not set');
} else {
  const client = createGetSalesClient({
    fetch,
    // Only for writes that must not be repeated; this command only reads.
    openTransport: () => Promise.resolve(null),
    key: () => Promise.resolve(key),
    now: Date.now,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
  });
  const hasSucceeded = await smoke({ client, nonsense: () => `shortlist-smoke-${randomUUID()}`, print });
  process.exitCode = hasSucceeded ? 0 : 1;
}
