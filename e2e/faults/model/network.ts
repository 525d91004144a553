import type { Sandbox } from '../../sandbox/sandbox';
import { isUsedKey, OWNER, type AccountName } from '../accounts';
import type { Chance } from '../chance';
import type { Fault } from '../faults';
import type { SentRequest as Judged } from '../judge/facts';
import type { Step } from '../steps';
import type { Life } from './life';
import type { VirtualTime } from './time';

/** The only host that the product may ask. */
const GETSALES = 'https://amazing.getsales.io';

/** A request that the worker sent. */
export interface SentRequest extends Judged {
  readonly query: URLSearchParams;
  answered: number | null;
  pause: Judged['pause'];
}

export interface NetworkDeps {
  readonly sandbox: Sandbox;
  readonly chance: Chance;
  readonly time: VirtualTime;
  /** The fault of this request; null for none. */
  readonly faultOf: (method: string, path: string) => Fault | null;
  /** The worker's step of this request; null when it is not a step. */
  readonly stepOf: (request: SentRequest) => Step | null;
}

export interface Network {
  readonly fetchFor: (life: Life) => typeof fetch;
  /** All requests sent, arrived or not. */
  readonly sent: () => readonly SentRequest[];
  /** Other hosts that requests were sent to. */
  readonly unexpectedHosts: () => readonly string[];
}

const NEVER = new Promise<never>(() => undefined);

/** The network between the worker and GetSales. When the worker dies, a request on its way may or may not arrive. */
export function createNetwork({ sandbox, chance, time, faultOf, stepOf }: NetworkDeps): Network {
  const all: SentRequest[] = [];
  const unexpectedHosts: string[] = [];

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
    const body = await textOf(init.body);
    const keyName = keyNameOf(init, sandbox);
    const request: SentRequest = {
      method,
      path: url.pathname,
      query: url.searchParams,
      body: body === '' ? null : JSON.parse(body),
      keyName,
      account: accountOf(keyName),
      at: time.now(),
      answered: null,
      pause: null,
    };
    all.push(request);
    if (how === 'unresolved') throw new TypeError('fetch failed');
    const step = stepOf(request);
    if (step !== null && !life.did(step, 'before') && chance.happens(0.5)) return NEVER;
    await time.pass(
      how === 'late' ? chance.between(26_000, 90_000) : how === 'slow' ? chance.between(500, 12_000) : chance.below(80),
    );
    const isCutOff = !life.isAlive() && chance.happens(0.5);
    if (how === 'lost' || isCutOff) return NEVER;
    const answer = await arrive(url, init, body, fault);
    if (how === 'mute') return NEVER;
    await time.pass(how === 'slow' ? chance.between(500, 12_000) : chance.below(40));
    if (step !== null && !life.did(step, 'after')) return NEVER;
    if (answer.status === 429 && init.signal?.aborted !== true) request.pause = pauseOf(answer, time.now());
    const redirects = answer.status >= 300 && answer.status < 400 && answer.headers.has('location');
    if (redirects) throw new TypeError('fetch failed');
    if (how === 'cut' || how === 'stall') return unfinished(answer, how, init.signal ?? null);
    if (fault?.effect == null && life.isAlive() && init.signal?.aborted !== true) request.answered = answer.status;
    return answer;
  }

  return {
    fetchFor: (life) => (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== GETSALES) unexpectedHosts.push(url.origin);
      if (!life.isAlive()) return NEVER;
      return life.whileAlive(Promise.race([travel(life, url, init ?? {}), aborted(init?.signal ?? null)]));
    },
    sent: () => all,
    unexpectedHosts: () => unexpectedHosts,
  };
}

/** At most an hour; null unless the answer states it in seconds. */
function pauseOf({ headers }: Response, at: number): Judged['pause'] {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds >= 1 ? { at, ms: Math.min(seconds, 3_600) * 1_000 } : null;
}

function keyNameOf({ headers = {} }: RequestInit, { keys }: Sandbox): string | null {
  const key = new Headers(headers).get('authorization')?.replace('Bearer ', '');
  return Object.entries(keys).find(([, known]) => known === key)?.[0] ?? null;
}

function accountOf(keyName: string | null): AccountName | null {
  return isUsedKey(keyName) ? OWNER[keyName] : null;
}

async function textOf(body: RequestInit['body']): Promise<string> {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : new Response(body).text();
}

/** Half of an answer, which then breaks off or never ends. */
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
