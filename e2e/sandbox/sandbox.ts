import type { Hono } from 'hono';
import { DOCUMENTED_RATE, type AccessState } from './access';
import { createApp } from './app';
import { createClock } from './clock';
import { createContractBook } from './contract/book';
import { openLedger, type Ledger } from './contract/ledger';
import type { Control } from './control';
import { createControl } from './create-control';
import type { SandboxEnv } from './env';
import { createFaultBook } from './faults/book';
import { makeKey } from './key';
import { fetchThrough } from './network';
import { createRequestLog } from './request-log';
import { seedWorkspace } from './seed/seed';
import { USUAL_TIMING } from './state/messages';
import { createWorkspace, type Workspace } from './state/workspace';

export interface SandboxOptions {
  /** Milliseconds since the epoch; default `Date.now`. Control adds its offset to it. */
  readonly now?: () => number;
  /** Whether every exchange is held against the contract; default true. */
  readonly validate?: boolean;
  /**
   * Lets the header `x-contract-probe: reason` excuse an exchange from the contract. For the sandbox's own tests of
   * quirks, never for a client's.
   */
  readonly probes?: boolean;
  /**
   * Folder that collects what was checked (contract/ledger.ts); default: the one that the environment variable
   * CONTRACT_LEDGER names. Null collects nothing: for tests that break the contract on purpose.
   */
  readonly ledger?: string | null;
}

export interface Sandbox {
  /** The API; `app.fetch(new Request(...))` answers in process. */
  readonly app: Hono<SandboxEnv>;
  /** A `fetch` that reaches this sandbox whatever the host, and fails, hangs and aborts as the network does. */
  readonly fetch: typeof fetch;
  /** The one API key that opens it. */
  readonly key: string;
  readonly control: Control;
}

/** A local GetSales, in process. The seed's times are relative to `now()` at creation (and at every reset). */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = createClock(options.now ?? Date.now);
  const key = makeKey();
  const access: AccessState = { key, revoked: false, perMinute: DOCUMENTED_RATE };
  const timing = { ...USUAL_TIMING };
  const log = createRequestLog(key, clock.now);
  const faults = createFaultBook();
  const seeded = (): Workspace => {
    const fresh = createWorkspace(clock.now, timing);
    seedWorkspace(fresh);
    return fresh;
  };
  let workspace = seeded();
  const contract = options.validate === false ? null : createContractBook(ledgerIn(options.ledger));
  const parts = { log, faults, contract, probes: options.probes === true, now: clock.now };
  const app = createApp({ workspace: () => workspace }, parts, access);
  const control = createControl({
    clock,
    access,
    timing,
    log,
    faults,
    contract,
    workspace: () => workspace,
    reseed() {
      workspace = seeded();
    },
  });
  return { app, fetch: fetchThrough((request) => app.fetch(request, {})), key, control };
}

function ledgerIn(asked: string | null | undefined): Ledger | null {
  const folder = asked === undefined ? process.env['CONTRACT_LEDGER'] : asked;
  return folder === undefined || folder === null || folder === '' ? null : openLedger(folder);
}
