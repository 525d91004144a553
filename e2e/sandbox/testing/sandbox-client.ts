import type { KeyName } from '../access/keys';
import type { Quirks } from '../quirks/positions';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox';

/** The fixed time of the sandbox's own tests: 23 November 2026, noon in UTC. */
export const NOON = Date.UTC(2026, 10, 23, 12);

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The parsed body; the text where it is not JSON. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface RequestDetails {
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A raw body with its content type. */
  readonly raw?: { readonly text: string; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** The key to use; default `main`. Only for `SandboxClient.ask`. */
  readonly key?: KeyName;
  /** Why this request may break the contract. */
  readonly probe?: string;
}

export interface SandboxClient {
  readonly sandbox: Sandbox;
  readonly ask: (method: string, path: string, ask?: RequestDetails) => Promise<Answer>;
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, json?: unknown) => Promise<Answer>;
  readonly put: (path: string, json?: unknown) => Promise<Answer>;
  readonly remove: (path: string) => Promise<Answer>;
}

/** A sandbox whose clock is stopped at `NOON`, with a client for it. */
export function sandboxClient(options: SandboxOptions = {}): SandboxClient {
  const sandbox = createSandbox({ now: () => NOON, probes: true, ...options });
  const ask = (method: string, path: string, details: RequestDetails = {}): Promise<Answer> =>
    request(sandbox.fetch, `https://amazing.getsales.io${path}`, method, {
      ...details,
      headers: { authorization: `Bearer ${sandbox.keys[details.key ?? 'main']}`, ...details.headers },
    });
  return {
    sandbox,
    ask,
    get: (path, query = {}) => ask('GET', path, { query }),
    post: (path, json) => ask('POST', path, { json }),
    put: (path, json) => ask('PUT', path, { json }),
    remove: (path) => ask('DELETE', path),
  };
}

/** A client of a sandbox with these switches turned. */
export function withQuirks(quirks: Readonly<Partial<Quirks>>): SandboxClient {
  const me = sandboxClient();
  me.sandbox.control.setQuirks(quirks);
  return me;
}

/** Sends one request with any `fetch` and reads its answer to the end. */
export async function request(send: typeof fetch, url: string, method: string, ask: RequestDetails): Promise<Answer> {
  const search = new URLSearchParams(ask.query).toString();
  const raw = ask.raw ?? (ask.json === undefined ? null : { text: JSON.stringify(ask.json), type: 'application/json' });
  const response = await send(search === '' ? url : `${url}?${search}`, {
    method,
    headers: {
      ...(raw === null ? {} : { 'content-type': raw.type }),
      ...(ask.probe === undefined ? {} : { 'x-contract-probe': ask.probe }),
      ...ask.headers,
    },
    ...(raw === null ? {} : { body: raw.text }),
  });
  const text = await response.text();
  return { status: response.status, text, body: parsed(text), headers: response.headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
