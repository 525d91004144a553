import { readLedger, summarize } from './ledger';

// `tsx e2e/sandbox/contract/check-ledger.ts [folder]`: sums up what CONTRACT_LEDGER collected. Exits with 1 on any violation
// and on an empty ledger.
const folder = process.argv[2] ?? process.env['CONTRACT_LEDGER'] ?? '';
const { requests, excused, operations, violations } = summarize(readLedger(folder));
const aside = excused === 0 ? '' : ` (${excused} more were deliberate probes)`;
process.stdout.write(`contract: ${requests} requests of ${operations} operations checked${aside}\n`);
for (const [violation, times] of violations) process.stdout.write(`  ${times} x ${violation}\n`);
if (requests === 0) process.stdout.write(`contract: the ledger in "${folder}" is empty\n`);
process.exitCode = requests === 0 || violations.length > 0 ? 1 : 0;
