import type { Breach } from './breach';
import type { Claim, Facts, SendAction } from './facts';
import { copiesOf, isAmbiguous, isOfAdd, isOfSend } from './history';

/** The longest time between two tries, a browser that is closed meanwhile, and the searches after it. */
const SETTLED_WITHIN_MS = 2_400_000;
/** The longest pause that GetSales can ask for. */
const PAUSE_MS = 3_600_000;

const OPEN: ReadonlySet<Claim['says']> = new Set(['open', 'sending', 'undoing']);

const lost = (what: string): Breach => ({ harm: 'lost', invariant: 'I2', what });
const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** I2: what a screen showed once stays, and comes to an end in bounded time once the network works. */
export function judgeLiveness(facts: Facts): readonly Breach[] {
  const { claims, final, mayBeErased, conditions } = facts;
  const known = new Map(final.map((claim) => [claim.id, claim]));
  const dropped = [...new Set(claims.map(({ id }) => id))].filter((id) => !known.has(id) && !mayBeErased(id));
  const isAtRest = conditions.isConnected && conditions.faultsEndAt < Infinity;
  const open = isAtRest ? final.filter(({ says }) => OPEN.has(says)) : [];
  return [
    ...dropped.map((id) => lost(`${id} was shown, and is gone`)),
    ...open.map(({ id, says }) => wrong(`${id} is still ${says} at the end`)),
    ...final.flatMap((claim) => judgeEnd(facts, claim)),
    ...supersededByNothing(facts),
  ];
}

function judgeEnd(facts: Facts, claim: Claim): readonly Breach[] {
  const { conditions, sends, adds, server, claims, presses } = facts;
  const { id, says } = claim;
  const send = sends.find((each) => each.id === id);
  const action = send ?? adds.find((each) => each.id === id);
  if (action === undefined) return [];
  const touched = presses.filter((press) => press.id === id).map(({ at }) => at);
  const from = Math.max(action.at, conditions.faultsEndAt, ...touched);
  const settledAt = claims.findLast((each) => each.id === id)?.at ?? action.at;
  const wasPaused = server.seen.some(({ status }) => status === 429);
  // After a clock change, each of a few waits may last as long as a pause.
  const bound = SETTLED_WITHIN_MS + (wasPaused ? PAUSE_MS : 0) + (conditions.isClockSteady ? 0 : 2 * PAUSE_MS);
  const isLate = conditions.isTimed && conditions.isConnected && !conditions.changedKeys && settledAt - from > bound;
  const late = isLate ? [wrong(`${id} was ${says} only ${settledAt - from} ms after the network worked again`)] : [];
  if (send === undefined) return late;
  const isAnswered = server.sent.some((request) => isOfSend(send, request) && request.answered === 201);
  const isThere = server.messages.some(
    ({ contactId, senderId, text }) => contactId === send.contactId && senderId === send.senderId && text === send.text,
  );
  const isAlone = copiesOf(facts, send) === 0;
  return [
    ...late,
    ...(isAnswered && says !== 'sent' && conditions.kills === 0 && isAlone
      ? [wrong(`${id} is ${says}, and GetSales answered that it was sent`)]
      : []),
    ...(says === 'unknown' && isThere && canBeFound(facts, send)
      ? [wrong(`${id} is unconfirmed, and GetSales lists it`)]
      : []),
    ...(isThere && isAlone && (says === 'refused' || says === 'cancelled' || says === 'expired')
      ? [wrong(`${id} is ${says}, and GetSales has it`)]
      : []),
  ];
}

/** Whether Check again, pressed when the network worked, must have found this message. */
function canBeFound(facts: Facts, send: SendAction): boolean {
  const { presses, conditions } = facts;
  const { isClockSteady, hadWrongDates, isTimed, changedKeys, isConnected, faultsEndAt } = conditions;
  const isChecked = presses.some(
    ({ what, id, at, answer }) => what === 'check' && id === send.id && at > faultsEndAt && answer?.code === 'ok',
  );
  return (
    isChecked && !isAmbiguous(facts, send) && isClockSteady && !hadWrongDates && isTimed && !changedKeys && isConnected
  );
}

/** The newer add of a superseded one was carried out, or refused after it was put back. */
function supersededByNothing({ final, erased, adds, presses, server }: Facts): readonly Breach[] {
  return final.flatMap((claim) => {
    if (claim.says !== 'superseded') return [];
    const by = newestOf(claim, [...final, ...erased]);
    const isLost = by === null || by.says === 'undone' || by.says === 'refused';
    const newer = adds.find(({ id }) => id === by?.id);
    // A cancelled one that finds the person on its list is done without a request of its own.
    const isOnList = server.people.some(({ slug, after }) => slug === newer?.slug && after?.listId === newer.listId);
    const isCancelled = isOnList && presses.some(({ what, id }) => what === 'cancel add' && id === newer?.id);
    const isCarriedOut = isCancelled || (newer !== undefined && server.sent.some((request) => isOfAdd(newer, request)));
    return isLost || (by.says === 'done' && !isCarriedOut)
      ? [lost(`${claim.id} was superseded by ${claim.by}, which did nothing`)]
      : [];
  });
}

/** The add at the end of a chain of superseded ones; null when there is none. */
function newestOf(claim: Claim, claims: readonly Claim[]): Claim | null {
  let last: Claim | undefined = claim;
  for (const _step of claims) {
    if (last?.says !== 'superseded') break;
    const { by }: { readonly by: string } = last;
    last = claims.find(({ id }) => id === by);
  }
  return last === undefined || last.says === 'superseded' ? null : last;
}
