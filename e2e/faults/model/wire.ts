import { GETSALES_ORIGIN } from '@/lib/getsales/create-client';
import type { Sandbox } from '../../sandbox/sandbox';
import type { Chance } from '../chance';
import type { Fault } from '../faults';
import type { Step } from '../steps';
import type { Life } from './life';
import type { VirtualTime } from './time';

export const MESSAGES = '/flows/api/linkedin-messages';

/** A request as the network took it. */
export interface Taken {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What its body says; the text of a message. */
  readonly body: string;
  /** The name of the key that it carries; null when that is none of ours. */
  readonly keyName: string | null;
  /** When it left, ms since the run began. */
  readonly at: number;
}

export interface WireDeps {
  readonly sandbox: Sandbox;
  readonly chance: Chance;
  readonly time: VirtualTime;
  /** What befalls this request; null when nothing does. */
  readonly faultOf: (method: string, path: string) => Fault | null;
  /** What the worker does with this request; null when that is no step of a protocol. */
  readonly stepOf: (taken: Taken) => Step | null;
}

export interface Wire {
  readonly fetchFor: (life: Life) => typeof fetch;
  /** Everything that left, whether or not it arrived. */
  readonly taken: () => readonly Taken[];
  /** Other hosts that were asked. */
  readonly strangers: () => readonly string[];
}

const NEVER = new Promise<never>(() => undefined);

/** The network between the worker and GetSales. What has left goes on although its worker dies, or not: by chance. */
export function createWire({ sandbox, chance, time, faultOf, stepOf }: WireDeps): Wire {
  const all: Taken[] = [];
  const strange: string[] = [];

  async function arrive(url: URL, init: RequestInit, body: string, fault: Fault | null): Promise<Response> {
    const handle = fault?.effect == null ? null : sandbox.control.fault({ path: '**', times: 1, effect: fault.effect });
    const done = time.begin();
    try {
      const { method = 'GET', headers = {} } = init;
      const request = new Request(url, { method, headers, body: body === '' ? null : body });
      return await sandbox.app.fetch(request, {});
    } finally {
      handle?.remove();
      done();
    }
  }

  async function travel(life: Life, url: URL, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const fault = faultOf(method, url.pathname);
    const how = fault?.network;
    if (how === 'unresolved') throw new TypeError('fetch failed');
    const body = await textOf(init.body);
    const taken = {
      method,
      path: url.pathname,
      query: url.searchParams,
      body,
      keyName: keyNameOf(init, sandbox),
      at: time.now(),
    };
    all.push(taken);
    const step = stepOf(taken);
    if (step !== null && !life.did(step, 'before') && chance.happens(0.5)) return NEVER;
    await time.pass(
      how === 'late' ? chance.between(26_000, 90_000) : how === 'slow' ? chance.between(500, 12_000) : chance.below(80),
    );
    if (how === 'lost') return NEVER;
    const answer = await arrive(url, init, body, fault);
    if (how === 'mute') return NEVER;
    await time.pass(how === 'slow' ? chance.between(500, 12_000) : chance.below(40));
    if (step !== null && !life.did(step, 'after')) return NEVER;
    const redirects = answer.status >= 300 && answer.status < 400 && answer.headers.has('location');
    if (redirects) throw new TypeError('fetch failed');
    return how === 'cut' || how === 'stall' ? unfinished(answer, how, init.signal ?? null) : answer;
  }

  return {
    fetchFor: (life) => (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== GETSALES_ORIGIN) strange.push(url.origin);
      if (!life.isAlive()) return NEVER;
      return life.gate(Promise.race([travel(life, url, init ?? {}), aborted(init?.signal ?? null)]));
    },
    taken: () => all,
    strangers: () => strange,
  };
}

function keyNameOf({ headers = {} }: RequestInit, { keys }: Sandbox): string | null {
  const key = new Headers(headers).get('authorization')?.replace('Bearer ', '');
  return Object.entries(keys).find(([, known]) => known === key)?.[0] ?? null;
}

async function textOf(body: RequestInit['body']): Promise<string> {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : new Response(body).text();
}

/** Half of an answer; then it breaks off, or nothing more comes until the client gives up. */
async function unfinished(answer: Response, how: 'cut' | 'stall', signal: AbortSignal | null): Promise<Response> {
  const text = await answer.text();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
      if (how === 'stall') signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
    pull(controller) {
      if (how === 'cut') controller.error(new TypeError('terminated'));
      return how === 'cut' ? undefined : NEVER;
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}

function aborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(toError(signal.reason)), { once: true });
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
