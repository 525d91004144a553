import type { Breach } from './breach';
import type { AddAction, Claim, Facts, Person } from './facts';
import { contactChanges, isOfAdd, upsertIn, type ContactChange } from './history';

const lost = (what: string): Breach => ({ harm: 'lost', invariant: 'I2', what });
const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });
const moved = (what: string): Breach => ({ harm: 'wrong content', invariant: 'I8', what });
const undo = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I9', what });

/** Fields of a contact that an add never changes. */
const STEADY = [
  ...['name', 'first_name', 'last_name', 'headline', 'position', 'company_name', 'about', 'raw_address'],
  ...['work_email', 'linkedin', 'ln_id'],
] as const;

type Done = Extract<Claim, { says: 'done' }>;

/** I2, I8 and I9: contacts are on the list that the user chose, and every claim about them agrees with GetSales. */
export function judgeContacts(facts: Facts): readonly Breach[] {
  const changes = contactChanges(facts.server);
  const add = (id: string): AddAction | undefined => facts.adds.find((each) => each.id === id);
  return [
    ...changes.flatMap((change) => judgeChange(facts, change)),
    ...facts.claims.flatMap((claim) => {
      const action = add(claim.id);
      if (action === undefined) return [];
      if (claim.says === 'done') return judgeDone(facts, changes, action, claim);
      return claim.says === 'undone' ? judgeUndone(facts, changes, action, claim.at) : [];
    }),
    ...facts.server.people.flatMap((person) => judgeEnd(facts, person)),
  ];
}

/** The contact's list after everything that GetSales did by then; undefined when it never had one. */
function listAt(changes: readonly ContactChange[], person: Person | undefined, at: number): string | null | undefined {
  const last = changes.findLast(
    ({ request, slug, account }) => request.at <= at && slug === person?.slug && account === person.account,
  );
  return last === undefined ? (person?.before?.listId ?? undefined) : last.listId;
}

function personOf({ server }: Facts, { slug, account }: AddAction): Person | undefined {
  return server.people.find((person) => person.slug === slug && person.account === account);
}

/** A contact that GetSales had changes its list only when the user chose to move it, or undid that move. */
function judgeChange(facts: Facts, { listBefore, listId, slug, account, request }: ContactChange): readonly Breach[] {
  if (listBefore === null || listId === null || listId === listBefore) return [];
  const adds = facts.adds.filter((add) => add.slug === slug && add.account === account);
  const isChosen = adds.some((add) => add.choice === 'move' && add.listId === listId);
  const isUndone = facts.presses.some(
    ({ what, id, at }) => what === 'undo' && at <= request.at && adds.some((add) => add.id === id),
  );
  return isChosen || isUndone
    ? []
    : [moved(`${slug ?? 'a contact'} was moved to ${listId}, although the user chose to keep it`)];
}

function judgeDone(facts: Facts, changes: readonly ContactChange[], add: AddAction, claim: Done): readonly Breach[] {
  const { slug, account } = add;
  const person = personOf(facts, add);
  const mine = changes.filter(
    (change) => change.slug === slug && change.account === account && change.request.at <= claim.at,
  );
  const states = [
    ...mine.map(({ contactId, listId }) => ({ id: contactId, listId })),
    ...(person?.before == null ? [] : [person.before]),
  ];
  const what = `${add.id} is shown as ${claim.effect}`;
  if (states.length === 0) return [lost(`${what}, and GetSales does not know ${slug}`)];
  if (claim.effect === 'matched-other') return [wrong(`${what}, and GetSales has only ${slug} himself`)];
  const isOnlyAdd = facts.adds.every(
    (other) => other.id === add.id || other.slug !== slug || other.account !== account,
  );
  const byThis = mine.filter(({ request }) => isOfAdd(add, request));
  const hasCreated = byThis.some(({ listBefore }) => listBefore === null);
  const hasMoved = byThis.some(({ listBefore, listId }) => listBefore !== null && listBefore !== listId);
  const couldMove = byThis.some(({ request }) => upsertIn(request)?.move === true);
  const isQuiet = isUndisturbed(facts);
  return [
    ...(states.some(({ id }) => id === claim.contactId)
      ? []
      : [wrong(`${what} as contact ${claim.contactId}, which is not ${slug}`)]),
    ...(states.some(({ listId }) => listId === claim.listId)
      ? []
      : [wrong(`${what} on list ${String(claim.listId)}, where ${slug} never was`)]),
    ...(isOtherName(facts, claim) ? [wrong(`${what} on the list ${claim.listName}, which is another one`)] : []),
    ...(add.choice === 'move' && couldMove && claim.listId !== add.listId
      ? [moved(`${what}, not on the list that the user chose to move to`)]
      : []),
    ...(claim.effect === 'created' && isOnlyAdd && isQuiet && !hasCreated
      ? [wrong(`${what}, and GetSales had ${slug} before`)]
      : []),
    ...(claim.effect === 'moved' && (add.choice === 'keep' || claim.listId !== add.listId)
      ? [wrong(`${what}, which it was not`)]
      : []),
    ...(isOnlyAdd && isQuiet && hasCreated && claim.effect !== 'created' ? [wrong(`${what}, and it was created`)] : []),
    ...(isOnlyAdd && isQuiet && hasMoved && claim.effect !== 'moved' ? [wrong(`${what}, and it was moved`)] : []),
    ...(isOnlyAdd && isQuiet && (hasCreated || hasMoved) && !claim.canUndo ? [undo(`${what}, without Undo`)] : []),
    ...(claim.canUndo && isOnlyAdd && !hasCreated && !hasMoved ? [undo(`${what} with Undo, and changed nothing`)] : []),
  ];
}

/** Whether the screen names the list otherwise than GetSales. */
function isOtherName({ server }: Facts, { listId, listName = null }: Done): boolean {
  const name = listId === null ? undefined : server.listNames[listId];
  return name !== undefined && listName !== null && name !== listName;
}

/** Whether nothing happened that could keep the worker from knowing what it did. */
export function isUndisturbed({ conditions }: Facts): boolean {
  const { kills, hadFaults, wasOffline, changedKeys, isClockSteady, isTimed, hasSecondWorker } = conditions;
  return kills === 0 && !hadFaults && !wasOffline && !changedKeys && isClockSteady && isTimed && !hasSecondWorker;
}

/** An undone add leaves no contact that it created, and a contact that it moved is back on its list. */
function judgeUndone(facts: Facts, changes: readonly ContactChange[], add: AddAction, at: number): readonly Breach[] {
  const { slug, account } = add;
  if (!facts.presses.some(({ what, id, at: pressed }) => what === 'undo' && id === add.id && pressed <= at))
    return [undo(`${add.id} is shown as undone, and the user did not press Undo`)];
  const byThis = changes.filter(({ request }) => isOfAdd(add, request) && request.at <= at);
  const first = byThis.find(({ listBefore, listId }) => listBefore !== listId);
  const isShared = facts.adds.some((other) => other.id !== add.id && other.slug === slug && other.account === account);
  if (first === undefined || isShared) return [];
  // GetSales itself answered that the contact is gone.
  const isToldSo = facts.server.seen.some(
    ({ path, status, isFaulted }) =>
      isFaulted && path.includes(first.contactId) && status !== null && (status < 300 || status === 404),
  );
  if (isToldSo) return [];
  const now = listAt(changes, personOf(facts, add), at);
  if (first.listBefore === null)
    return now === null ? [] : [undo(`${add.id} is shown as undone, and ${slug} is still on list ${String(now)}`)];
  return now === first.listBefore ? [] : [undo(`${add.id} is shown as undone, and ${slug} is not back on its list`)];
}

/** The state at the end of a person with one add, which follows from what the user chose. */
function judgeEnd(facts: Facts, person: Person): readonly Breach[] {
  const { slug, account, before, after } = person;
  const adds = facts.adds.filter((add) => add.slug === slug && add.account === account);
  const [add] = adds;
  if (before !== null && after === null)
    return [{ harm: 'lost', invariant: 'I9', what: `${slug} was in GetSales before, and is deleted` }];
  if (before !== null && after !== null && STEADY.some((name) => before.fields[name] !== after.fields[name]))
    return [moved(`the fields of ${slug} were overwritten`)];
  if (add === undefined || adds.length > 1) {
    const isGone = adds.length === 0 && before?.listId !== after?.listId;
    return isGone ? [moved(`${slug} changed, and no action of the user asks for it`)] : [];
  }
  const last = [...facts.final, ...facts.erased].findLast(({ id }) => id === add.id);
  if (last?.says !== 'done') return [];
  if (after === null) return [lost(`${add.id} is shown as ${last.effect}, and GetSales does not know ${slug}`)];
  const hasUndone = facts.presses.some(({ what, id }) => what === 'undo' && id === add.id);
  const hasFields =
    before !== null || Object.entries(add.fields).every(([name, value]) => after.fields[name] === value);
  return [
    ...(hasFields ? [] : [moved(`${slug} was created with other fields than the user saw`)]),
    ...(hasUndone || after.listId === last.listId
      ? []
      : [wrong(`${add.id} is shown on list ${String(last.listId)}, and ${slug} is on ${after.listId}`)]),
    ...(before === null && !hasUndone && after.listId !== add.listId
      ? [moved(`${slug} was created on ${after.listId}, the user chose ${add.listId}`)]
      : []),
    ...(add.choice === 'move' && !hasUndone && after.listId !== add.listId
      ? [moved(`${add.id} is shown as ${last.effect}, and ${slug} is not on the list that the user chose to move to`)]
      : []),
    ...(before !== null && add.choice === 'keep' && after.listId !== before.listId
      ? [moved(`${slug} was moved, although the user chose to keep it`)]
      : []),
  ];
}
