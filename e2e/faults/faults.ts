import type { FaultBody, FaultEffect } from '../sandbox/faults/rule';
import type { CaseId } from './cases';
import type { Chance } from './chance';

/** What goes wrong with one request to GetSales. */
export interface Fault {
  /** Begins with its case in the catalogue (docs/reliability.md#fault-catalogue). */
  readonly name: `${CaseId} ${string}`;
  readonly weight: number;
  /** What the server does instead of its normal work; null when it works normally. */
  readonly effect: FaultEffect | null;
  /**
   * What the network does: `unresolved` no connection · `lost` sent, never arrives · `mute` done, never answered ·
   * `cut` the answer breaks off · `stall` the answer never ends · `late` arrives after the client's timeout · `slow`.
   */
  readonly network?: 'unresolved' | 'lost' | 'mute' | 'cut' | 'stall' | 'late' | 'slow';
}

export type FaultList = readonly [Fault, ...Fault[]];

const JSON_NO = { kind: 'json', value: { error: { message: 'No.', reason: 'refused' } } } as const;
const LOGIN: FaultBody = { kind: 'html', text: '<!doctype html><title>Sign in</title><h1>Sign in</h1>' };
const EVIL = 'https://evil.example/take';

const server = (name: Fault['name'], effect: FaultEffect, weight = 1): Fault => ({ name, weight, effect });
const network = (name: Fault['name'], how: NonNullable<Fault['network']>, weight = 1): Fault => ({
  name,
  weight,
  effect: null,
  network: how,
});
/** The same answer once after the request was carried out, once without carrying it out. */
const either = (name: Fault['name'], effect: FaultEffect, weight = 1): readonly Fault[] => [
  server(`${name}, done`, { ...effect, performed: true }, weight),
  server(`${name}, not done`, { ...effect, performed: false }, weight),
];

const CONNECTION: FaultList = [
  network('N1 name not resolved', 'unresolved', 2),
  server('N2 reset before it was read', { connection: 'reset-unread' }, 2),
  server('N3 reset before it was done', { connection: 'reset-before' }, 3),
  server('N4 reset after it was done', { connection: 'reset-after' }, 4),
  network('N5 never answered, not done', 'lost', 2),
  network('N7 never answered, done', 'mute', 3),
  network('N6 answer never ends', 'stall', 2),
  network('N9 answer breaks off', 'cut', 2),
  network('N5 arrives after the timeout', 'late', 2),
  network('N5 slow', 'slow', 3),
];

const statuses = (...list: readonly number[]): readonly Fault[] =>
  list.flatMap((status) => either(`N23 ${status}`, { status, body: JSON_NO }));

const TROUBLE: readonly Fault[] = [
  ...statuses(500, 502, 503, 504),
  ...either('N23 503 with Retry-After', { status: 503, headers: { 'retry-after': '7' }, body: JSON_NO }),
  ...either('N23 408', { status: 408, body: { kind: 'empty' } }),
  ...either('N23 425', { status: 425, body: { kind: 'empty' } }),
  ...either('N23 421', { status: 421, body: { kind: 'empty' } }),
  ...either('N20 409', { status: 409, body: JSON_NO }),
  ...[301, 302, 303, 307, 308].flatMap((status) =>
    either(`N25 ${status}`, { status, headers: { location: status === 302 ? EVIL : '/elsewhere' } }, 0.3),
  ),
];

/** Refusals of something in between, in forms that GetSales does not use. */
const BLOCKED: FaultBody = { kind: 'text', text: 'error code: 1020' };
const FOREIGN: FaultBody = { kind: 'json', value: { detail: 'Blocked' } };

const RETRY_AFTER = ['5', '0', '-1', 'abc', '999999', 'Wed, 21 Oct 2026 07:28:00 GMT', '2'] as const;
const REFUSALS: readonly Fault[] = [
  ...RETRY_AFTER.map((value) =>
    server('N22 429', { status: 429, headers: { 'retry-after': value }, body: JSON_NO }, 0.5),
  ),
  server('N22 429', { status: 429, body: JSON_NO }, 0.5),
  server('N16 401', { status: 401, body: JSON_NO }, 0.5),
  server('N18 403', { status: 403, body: JSON_NO }, 0.7),
  server('N18 403 by a firewall', { status: 403, body: LOGIN }, 0.7),
  server('N19 404', { status: 404, body: JSON_NO }, 0.5),
  server('N19 404 by a firewall', { status: 404, body: LOGIN }, 0.3),
  server('N15 400', { status: 400, body: JSON_NO }, 0.5),
  server('N15 422', { status: 422, body: JSON_NO }, 0.7),
  server('N21 413', { status: 413, body: LOGIN }, 0.3),
  server('N18 403 as plain text', { status: 403, body: BLOCKED }, 0.4),
  server('N19 404 as plain text', { status: 404, body: BLOCKED }, 0.4),
  server('N19 404 in a form of its own', { status: 404, body: FOREIGN }, 0.4),
  server('N15 400 by a firewall', { status: 400, body: LOGIN }, 0.4),
  server('N15 422 in a form of its own', { status: 422, body: FOREIGN }, 0.4),
  server('N15 402', { status: 402, body: JSON_NO }, 0.2),
];

const bytes = (text: string, encoding: BufferEncoding): FaultBody => ({
  kind: 'bytes',
  base64: Buffer.from(text, encoding).toString('base64'),
});
const BODIES: readonly Fault[] = [
  server('N10 200 that says no', { status: 200, body: { kind: 'json', value: { success: false } } }),
  ...either('N8 200 with a page', { status: 200, body: LOGIN }),
  server('N9 200 cut in half', { body: { kind: 'truncated' } }, 2),
  server('N9 200 with trailing bytes', { body: { kind: 'malformed' } }),
  ...(['{}', '[]', 'null', '"ok"'] as const).flatMap((text) =>
    either('N10 200 without the expected fields', { status: 200, body: { kind: 'text', text } }, 0.5),
  ),
  ...either('N11 200 in UTF-16', { status: 200, body: bytes('\uFEFF{"uuid":"x"}', 'utf16le') }, 0.5),
  ...either('N12 204', { status: 204 }),
  ...either('N10 200 and empty', { status: 200, body: { kind: 'empty' } }),
  ...either('N13 deep nesting', { status: 201, body: { kind: 'deep', depth: 10_000 } }, 0.2),
  ...either('N14 prototype', { status: 200, body: { kind: 'text', text: '{"__proto__":{"uuid":"x"}}' } }, 0.3),
];

const DAY_MS = 86_400_000;
const lists = (server26h: string): readonly Fault[] => [
  ...[5_000, 60_000, 600_000].map((listLagMs) => server('N30 list lags', { listLagMs }, 4)),
  server('N30 list repeats a row', { list: { repeatFirst: true } }, 2),
  server('N34 list omits a row', { list: { dropFirst: true } }, 4),
  server('N34 list has a wrong total', { list: { total: 0, hasMore: null } }, 2),
  server('N35 no Date', { headers: { date: null } }, 3),
  server('N35 Date of another day', { headers: { date: server26h } }, 3),
];

/** The possible faults of reads and of writes; weights are relative within each list. */
export function faultsFor(nowMs: number): { readonly read: FaultList; readonly write: FaultList } {
  const otherDay = new Date(nowMs + 1.1 * DAY_MS).toUTCString();
  const common = [...TROUBLE, ...REFUSALS, ...BODIES] as const;
  return {
    write: [...CONNECTION, ...common, server('N35 no Date', { headers: { date: null } }, 0.5)],
    read: [...CONNECTION, ...common, ...lists(otherDay)],
  };
}

/** The probability that a request has a fault, chosen once per run: from never to always. */
export function faultProbabilityOf(chance: Chance): number {
  return chance.pick([0, 0.1, 0.25, 0.5, 0.8, 1]);
}
