import type { Context, MiddlewareHandler } from 'hono';
import type { ContractChecks } from '../contract/checks';
import { bindingsOf, type SandboxEnv } from '../env';
import { alteredAnswer, alters, performs } from '../faults/answer';
import type { FaultScript } from '../faults/script';
import type { FaultEffect } from '../faults/rule';
import { cutOff, dripHeaders, hang, reset, resetStream, wait } from '../faults/connection';
import type { KeyHolder } from '../access/keys';
import type { Quirks } from '../quirks/positions';
import type { RequestLog } from './request-log';

export interface HandlerDeps {
  /** The holder of the key in an `authorization` header; null for an unknown key or none. */
  readonly holderOf: (authorization: string | undefined) => KeyHolder | null;
  readonly log: RequestLog;
  readonly faults: FaultScript;
  readonly quirks: Readonly<Quirks>;
  /** Null when requests are not checked. */
  readonly contract: ContractChecks | null;
  /** Whether the header `x-contract-probe` excuses a request. */
  readonly probes: boolean;
  readonly now: () => number;
}

/** Logs every request, applies its scripted fault, and checks request and answer against the contract. */
export function handleRequest({
  holderOf,
  log,
  faults,
  quirks,
  contract,
  probes,
  now,
}: HandlerDeps): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    // A browser that withholds access asks for it (CORS preflight): not a request of the extension, and without its key.
    if (c.req.method === 'OPTIONS') return c.body(null, 405);
    const holder = holderOf(c.req.header('authorization'));
    const effect = faults.take(c.req.method, c.req.path, holder);
    const logged = log.add(c, holder, effect !== null);
    // `Date` comes from the sandbox's clock below; Node must not add its own when a fault removes it.
    const { outgoing } = bindingsOf(c);
    if (outgoing !== undefined) outgoing.sendDate = false;
    if (effect?.connection === 'reset-unread') return reset(c);

    const body = await c.req.arrayBuffer().catch(() => null);
    // The client disconnected in the middle of its request.
    if (body === null) return reset(c);
    logged.body = readable(body);
    c.set('lagMs', effect?.listLagMs ?? 0);
    c.set('quirks', quirks);
    if (effect?.latencyMs !== undefined) await wait(effect.latencyMs);

    const performed = effect === null || performs(effect);
    if (performed) await next();
    if (performed && logged.method !== 'GET')
      logged.outcome = { status: c.res.status, body: readable(await c.res.clone().arrayBuffer()) };
    const altered = effect !== null && alters(effect);
    contract?.check(
      {
        method: logged.method,
        url: new URL(c.req.url),
        contentType: logged.headers['content-type'] ?? null,
        body: logged.body,
        status: altered ? null : c.res.status,
        answerType: c.res.headers.get('content-type'),
        answer: altered ? '' : await c.res.clone().text(),
      },
      probes ? (logged.headers['x-contract-probe'] ?? null) : null,
    );
    if (effect !== null && altered) {
      const broken = await breakConnection(c, effect, performed ? c.res : null);
      const answer = broken ?? (await alteredAnswer(effect, performed ? c.res : null));
      // Hono merges the headers of the old response into the new one, which would restore removed headers.
      c.res = undefined;
      c.res = answer;
      if (broken !== null) return undefined;
    }
    if (effect?.headers?.['date'] === undefined) c.res.headers.set('date', new Date(now()).toUTCString());
    logged.status = c.res.status;
    return undefined;
  };
}

/** Breaks the connection if the effect says so. The response only tells node-server not to answer; null if unbroken. */
async function breakConnection(
  c: Context<SandboxEnv>,
  effect: FaultEffect,
  real: Response | null,
): Promise<Response | null> {
  if (effect.drip?.part === 'headers') return dripHeaders(c, effect.drip.bytes, effect.drip.everyMs);
  if (effect.body?.kind === 'cut') return cutOff(c, await alteredAnswer(effect, real));
  if (effect.connection === undefined) return null;
  if (effect.connection.startsWith('hang')) return hang(c);
  if (effect.connection.startsWith('stream')) return resetStream(c, 'broken');
  return effect.connection.startsWith('refused') ? resetStream(c, 'refused') : reset(c);
}

function readable(body: ArrayBuffer): unknown {
  if (body.byteLength === 0) return null;
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
