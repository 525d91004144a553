import type { Breach } from './breach';
import type { ActOfOthers, AddAction, Claim, Facts, Person, Press, SentRequest } from './facts';
import {
  contactChanges,
  contactOf,
  CONTACTS,
  isOfAdd,
  personOf,
  touchesOf,
  upsertIn,
  type ContactChange,
} from './history';

type Done = Extract<Claim, { says: 'done' }>;

/** Undo is offered for ten seconds; a click in the last moment may arrive two later. */
const OFFERED_MS = 12_000;
const SLACK_MS = 1_000;

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I9', what });
const destroyed = (what: string): Breach => ({ harm: 'lost', invariant: 'I9', what });

/** I9: an undo that succeeded undid exactly its add, and none is carried out that is late or destroys what others did since. */
export function judgeUndos(facts: Facts): readonly Breach[] {
  const changes = contactChanges(facts.server);
  return [
    ...facts.claims.flatMap((claim) => {
      const add = facts.adds.find(({ id }) => id === claim.id);
      return add === undefined || claim.says !== 'undone' ? [] : judgeUndone(facts, changes, add, claim.at);
    }),
    ...facts.presses.flatMap((press) => undoWithoutEffect(facts, press)),
    ...facts.adds.flatMap((add) => judgeRequests(facts, changes, add)),
  ];
}

/** The contact's list after everything that GetSales did by then; undefined when it never had one. */
function listAt(changes: readonly ContactChange[], person: Person | undefined, at: number): string | null | undefined {
  const last = changes.findLast(
    ({ at: changedAt, slug, account }) => changedAt <= at && slug === person?.slug && account === person.account,
  );
  return last === undefined ? (person?.before?.listId ?? undefined) : last.listId;
}

/** An undone add leaves no contact that it created, and a contact that it moved is back on its list. */
function judgeUndone(facts: Facts, changes: readonly ContactChange[], add: AddAction, at: number): readonly Breach[] {
  const { slug, account } = add;
  if (!facts.presses.some(({ what, id, at: pressed }) => what === 'undo' && id === add.id && pressed <= at))
    return [wrong(`${add.id} is shown as undone, and the user did not press Undo`)];
  const byThis = changes.filter((change) => isOfAdd(add, change.request) && change.at <= at);
  const first = byThis.find(({ listBefore, listId }) => listBefore !== listId);
  const isShared = facts.adds.some((other) => other.id !== add.id && other.slug === slug && other.account === account);
  if (first === undefined || isShared) return [];
  // GetSales itself answered that the contact is gone.
  const isToldSo = facts.server.seen.some(
    ({ path, status, isFaulted }) =>
      isFaulted && path.includes(first.contactId) && status !== null && (status < 300 || status === 404),
  );
  if (isToldSo) return [];
  if (touchesOf(facts, first.contactId).some((touch) => touch.listId !== null && touch.at <= at)) return [];
  const now = listAt(changes, personOf(facts, add), at);
  if (first.listBefore === null)
    return now === null ? [] : [wrong(`${add.id} is shown as undone, and ${slug} is still on list ${String(now)}`)];
  return now === first.listBefore ? [] : [wrong(`${add.id} is shown as undone, and ${slug} is not back on its list`)];
}

/** An undo that succeeded has deleted the contact or moved it back, unless it was gone or someone else moved it back. */
function undoWithoutEffect(facts: Facts, { what, id, at, answer }: Press): readonly Breach[] {
  const add = facts.adds.find((each) => each.id === id);
  if (what !== 'undo' || answer?.code !== 'ok' || add === undefined || isShared(facts, add)) return [];
  const done = facts.claims.find((claim): claim is Done => claim.id === id && claim.says === 'done');
  const isGone = facts.server.seen.some(
    ({ path, status, isFaulted }) => path.endsWith(`/${String(done?.contactId)}`) && (status === 404 || isFaulted),
  );
  const begun = facts.presses.filter((press) => press.what === 'undo' && press.id === id).map((press) => press.at);
  const isCarriedOut = facts.server.sent.some(
    (request) => request.at >= Math.min(at, ...begun) && isUndoOf(add, request),
  );
  const isMovedBack = touchesOf(facts, String(done?.contactId)).some(({ listId }) => listId !== null);
  return isCarriedOut || isGone || isMovedBack ? [] : [wrong(`the undo of ${id} succeeded, and nothing was undone`)];
}

function isShared({ adds }: Facts, { id, slug, account }: AddAction): boolean {
  return adds.some((other) => other.id !== id && other.slug === slug && other.account === account);
}

function isUndoOf({ slug, account }: AddAction, request: SentRequest): boolean {
  if (request.account !== account) return false;
  if (request.method === 'DELETE') return request.path.startsWith(`${CONTACTS}/`);
  const upsert = upsertIn(request);
  return upsert?.slug === slug && upsert.move === true;
}

/** The requests that undo this add: in time, and not once someone else relies on the contact. */
function judgeRequests(facts: Facts, changes: readonly ContactChange[], add: AddAction): readonly Breach[] {
  const { presses, claims, conditions, server } = facts;
  const contactId = contactOf(facts, add);
  const pressed = presses.filter(({ what, id }) => what === 'undo' && id === add.id).map(({ at }) => at);
  const first = Math.min(Infinity, ...pressed);
  if (contactId === null || isShared(facts, add) || !conditions.isTimed || !conditions.isClockSteady) return [];
  const doneAt = claims.filter(({ id, says }) => id === add.id && says === 'done').map(({ at }) => at);
  const isInTime = pressed.some((at) => doneAt.some((shown) => at - shown <= OFFERED_MS + SLACK_MS));
  const addedAt = changes.find(({ request }) => isOfAdd(add, request))?.at ?? Infinity;
  return server.sent.flatMap((request): readonly Breach[] => {
    const isRemoval = request.method === 'DELETE';
    const isOther = isRemoval ? !request.path.endsWith(`/${contactId}`) : isOfAdd(add, request);
    if (request.at < first || !isUndoOf(add, request) || isOther) return [];
    const touched = touchesOf(facts, contactId).find(
      (touch) => touch.at > addedAt && touch.at < first && (isRemoval || isMove(touch, add, request)),
    );
    // A press is refused while a message waits that the user may cancel then.
    const before = pressed.filter((at) => at <= request.at).map((at) => messageBefore(facts, contactId, at));
    const [written = null] = before.includes(null) ? [] : before;
    return [
      ...(isInTime || doneAt.length === 0 ? [] : [wrong(`${add.id} was undone long after Undo was offered`)]),
      ...(touched === undefined
        ? []
        : [destroyed(`${add.id} was undone, although someone else ${touched.what} since`)]),
      ...(written === null ? [] : [destroyed(`${add.id} was undone after ${written} to the contact`)]),
    ];
  });
}

/** Whether they moved it on; not to the list to which the undo moves it as well. */
function isMove({ listId }: ActOfOthers, add: AddAction, undo: SentRequest): boolean {
  return listId !== null && listId !== add.listId && listId !== upsertIn(undo)?.listId;
}

/** The user's message to this contact that a screen showed as sent, or to be sent, at this time; null when there is none. */
function messageBefore({ sends, claims }: Facts, contactId: string, at: number): string | null {
  const message = sends.find(({ id, contactId: to }) => {
    const shown = claims.findLast((claim) => claim.id === id && claim.at <= at)?.says;
    return to === contactId && shown !== undefined && SENT.has(shown);
  });
  return message?.id ?? null;
}

const SENT: ReadonlySet<Claim['says']> = new Set(['open', 'sending', 'sent', 'unknown']);
