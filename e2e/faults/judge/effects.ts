import type { Breach } from './breach';
import type { Facts, SendAction } from './facts';
import { isAmbiguous, MESSAGE_TTL_MS } from './history';

/** A message that can be sent is sent within this time: the longest pause between two tries, and the reads before it. */
const SENT_WITHIN_MS = 120_000;
/** The last automatic search for an unconfirmed message comes five minutes after it became so. */
const SEARCHED_FOR_MS = 300_000;
const SLACK_MS = 60_000;

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** I2, I6: what could be carried out was not left undone. */
export function judgeEffects(facts: Facts): readonly Breach[] {
  return [...facts.sends.flatMap((send) => [...neverSent(facts, send), ...neverSearchedFor(facts, send)])];
}

/** A message expires only if something kept it from being sent until shortly before. */
function neverSent(facts: Facts, send: SendAction): readonly Breach[] {
  const expired = facts.claims.find(({ id, says }) => id === send.id && says === 'expired');
  const from = Math.max(send.at + send.cancelPeriodMs, facts.conditions.faultsEndAt);
  if (expired === undefined || !isOnlyNetworkTrouble(facts, send.at, expired.at)) return [];
  return from + SENT_WITHIN_MS > send.at + MESSAGE_TTL_MS
    ? []
    : [{ harm: 'lost', invariant: 'I2', what: `${send.id} expired, although it could be sent` }];
}

/** The worker itself looks for an unconfirmed message: Check again finds none that GetSales has listed for minutes. */
function neverSearchedFor(facts: Facts, send: SendAction): readonly Breach[] {
  const { claims, presses, conditions } = facts;
  const shown = claims.filter(({ id }) => id === send.id);
  const unknownAt = shown.findLast(({ says }) => says === 'unknown')?.at;
  const foundAt = shown.find(({ says, at }) => says === 'sent' && unknownAt !== undefined && at >= unknownAt)?.at;
  if (unknownAt === undefined || foundAt === undefined || !isOnlyNetworkTrouble(facts, send.at, foundAt)) return [];
  const wasSearchable = unknownAt + SEARCHED_FOR_MS > conditions.faultsEndAt && !conditions.hadWrongDates;
  const isLate = foundAt - Math.max(unknownAt, conditions.faultsEndAt) > SEARCHED_FOR_MS + SLACK_MS;
  const isFoundByUser = presses.some(
    ({ what, id, at }) => what === 'check' && id === send.id && at <= foundAt && foundAt - at < SLACK_MS,
  );
  return isLate && wasSearchable && isFoundByUser && !isAmbiguous(facts, send)
    ? [wrong(`${send.id} was unconfirmed until the user pressed Check again, although GetSales listed it`)]
    : [];
}

/** Whether nothing but a network that failed before `faultsEndAt` explains what happened in this time. */
function isOnlyNetworkTrouble({ conditions, server }: Facts, from: number, to: number): boolean {
  const { isTimed, isClockSteady, changedKeys, hasSecondWorker, isConnected, killTimes } = conditions;
  const wasKilled = killTimes.some((at) => at <= to);
  const wasPaused = server.seen.some(({ status, at }) => status === 429 && at <= to && at >= from - MESSAGE_TTL_MS);
  return isTimed && isClockSteady && !changedKeys && !hasSecondWorker && isConnected && !wasKilled && !wasPaused;
}
