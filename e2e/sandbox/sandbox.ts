import type { Hono } from 'hono';
import { DOCUMENTED_RATE, holderIn, type AccessState } from './access/access';
import { createApp } from './app';
import { createClock } from './clock';
import { createContractChecks } from './contract/checks';
import { openLedger, type Ledger } from './contract/ledger';
import type { Control } from './control/control';
import { createControl } from './control/create-control';
import type { SandboxEnv } from './env';
import { createFaultScript } from './faults/script';
import { makeKeys, type Keys } from './access/keys';
import { fetchThrough } from './network/in-process-fetch';
import { createRequestLog } from './network/request-log';
import { DOCUMENTED, type Quirks } from './quirks/positions';
import { seedWorkspace, takeOffLists } from './seed/seed';
import { USUAL_TIMING, type MessageTiming } from './state/messages';
import { TEAMS, type WorkspaceName } from './state/team';
import { createWorkspace, type Workspace } from './state/workspace';

export interface SandboxOptions {
  /** Milliseconds since the epoch; default `Date.now`. Control adds its offset to it. */
  readonly now?: () => number;
  /** Whether every request is checked against the contract; by default unless the environment variable CONTRACT is `off`. */
  readonly validate?: boolean;
  /**
   * Whether the header `x-contract-probe: reason` excuses a request from the contract. Only for the sandbox's own tests of
   * quirks, not for tests of a client.
   */
  readonly probes?: boolean;
  /**
   * Folder that collects the checks (contract/ledger.ts); default: the environment variable CONTRACT_LEDGER. Null for tests
   * that break the contract on purpose.
   */
  readonly ledger?: string | null;
}

export interface Sandbox {
  /** The API; `app.fetch(new Request(...))` answers in process. */
  readonly app: Hono<SandboxEnv>;
  /** A `fetch` that reaches this sandbox whatever the host, and fails, hangs and aborts as the network does. */
  readonly fetch: typeof fetch;
  /** An API key of the first workspace, `keys.main`. */
  readonly key: string;
  /** All valid keys, by name (see access/keys.ts). */
  readonly keys: Keys;
  readonly control: Control;
}

/**
 * An in-process GetSales with two workspaces; the key decides which one answers. Seeded times are relative to `now()` at
 * creation and at every reset.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = createClock(options.now ?? Date.now);
  const keys = makeKeys();
  const access: AccessState = { keys, revoked: new Set(), perMinute: DOCUMENTED_RATE, served: new Map() };
  const timing = { ...USUAL_TIMING };
  const quirks = { ...DOCUMENTED };
  const log = createRequestLog(clock.now);
  const faults = createFaultScript();
  let workspace = seededWhenUsed(clock.now, timing, quirks);
  const contract =
    (options.validate ?? process.env['CONTRACT'] !== 'off') ? createContractChecks(ledgerIn(options.ledger)) : null;
  const holderOf = (authorization: string | undefined) => holderIn(keys, authorization);
  const parts = { holderOf, log, faults, quirks, contract, probes: options.probes === true, now: clock.now };
  const app = createApp((name) => workspace(name), parts, access);
  const control = createControl({
    clock,
    access,
    timing,
    quirks,
    log,
    faults,
    contract,
    workspace: (name) => workspace(name),
    reseed() {
      workspace = seededWhenUsed(clock.now, timing, quirks);
    },
  });
  return { app, fetch: fetchThrough((request) => app.fetch(request, {})), key: keys.main, keys, control };
}

/** Seeds each workspace on first use, because most tests use only one. Times are relative to the moment of this call. */
function seededWhenUsed(
  now: () => number,
  timing: MessageTiming,
  quirks: Readonly<Quirks>,
): (name: WorkspaceName) => Workspace {
  const seededAt = now();
  const made = new Map<WorkspaceName, Workspace>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = createWorkspace(TEAMS[name], now, timing, seededAt);
    seedWorkspace(fresh);
    if (quirks.contacts === 'on-no-list') takeOffLists(fresh);
    made.set(name, fresh);
    return fresh;
  };
}

function ledgerIn(asked: string | null | undefined): Ledger | null {
  const folder = asked === undefined ? process.env['CONTRACT_LEDGER'] : asked;
  return folder === undefined || folder === null || folder === '' ? null : openLedger(folder);
}
