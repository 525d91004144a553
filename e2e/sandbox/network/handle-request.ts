import type { Context, MiddlewareHandler } from 'hono';
import type { ContractChecks } from '../contract/checks';
import { bindingsOf, type SandboxEnv } from '../env';
import { alteredAnswer, alters, performs } from '../faults/answer';
import type { FaultScript } from '../faults/script';
import type { FaultEffect } from '../faults/rule';
import { cutOff, dripHeaders, hang, reset, resetStream, wait } from '../faults/connection';
import type { KeyHolder } from '../access/keys';
import type { RequestLog } from './request-log';

export interface HandlerDeps {
  /** Whose key an `authorization` header carries; null for an unknown key or none. */
  readonly holderOf: (authorization: string | undefined) => KeyHolder | null;
  readonly log: RequestLog;
  readonly faults: FaultScript;
  /** Null when nothing is held against the contract. */
  readonly contract: ContractChecks | null;
  /** Whether the header `x-contract-probe` excuses a request. */
  readonly probes: boolean;
  readonly now: () => number;
}

/** One request from its arrival to its answer: noted, delayed or broken by the script, answered, held to the contract. */
export function handleRequest({
  holderOf,
  log,
  faults,
  contract,
  probes,
  now,
}: HandlerDeps): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const holder = holderOf(c.req.header('authorization'));
    const effect = faults.take(c.req.method, c.req.path, holder);
    const seen = log.open(c, holder, effect !== null);
    // We write every `Date` ourselves, from the sandbox's clock; node must not add its own where a script took it away.
    const { outgoing } = bindingsOf(c);
    if (outgoing !== undefined) outgoing.sendDate = false;
    if (effect?.connection === 'reset-unread') return reset(c);

    const body = await c.req.arrayBuffer().catch(() => null);
    // The client went away in the middle of its request.
    if (body === null) return reset(c);
    seen.body = readable(body);
    c.set('lagMs', effect?.listLagMs ?? 0);
    if (effect?.latencyMs !== undefined) await wait(effect.latencyMs);

    const performed = effect === null || performs(effect);
    if (performed) await next();
    const altered = effect !== null && alters(effect);
    contract?.check(
      {
        method: seen.method,
        url: new URL(c.req.url),
        contentType: seen.headers['content-type'] ?? null,
        body: seen.body,
        status: altered ? null : c.res.status,
        answer: altered ? '' : await c.res.clone().text(),
      },
      probes ? (seen.headers['x-contract-probe'] ?? null) : null,
    );
    if (effect !== null && altered) {
      const broken = await breakConnection(c, effect, performed ? c.res : null);
      const answer = broken ?? (await alteredAnswer(effect, performed ? c.res : null));
      // Assigning merges the old answer's headers into the new one's, which would bring back what a script took away.
      c.res = undefined;
      c.res = answer;
      if (broken !== null) return undefined;
    }
    if (effect?.headers?.['date'] === undefined) c.res.headers.set('date', new Date(now()).toUTCString());
    seen.status = c.res.status;
    return undefined;
  };
}

/** What is left to answer when the effect breaks the connection: nothing, said in node-server's way. Null when it does not. */
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
