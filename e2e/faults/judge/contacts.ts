import type { Breach } from './breach';
import type { AddAction, Claim, Facts, Person } from './facts';
import { contactChanges, isOfAdd, personOf, touchesOf, upsertIn, type ContactChange } from './history';

const lost = (what: string): Breach => ({ harm: 'lost', invariant: 'I2', what });
const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });
const moved = (what: string): Breach => ({ harm: 'wrong content', invariant: 'I8', what });
const undo = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I9', what });
const deleted = (what: string): Breach => ({ harm: 'lost', invariant: 'I9', what });

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
      return claim.says === 'done' ? judgeDone(facts, changes, action, claim) : [];
    }),
    ...facts.server.people.flatMap((person) => judgeEnd(facts, person)),
  ];
}

/** A contact that GetSales had changes its list only when the user, or someone else, moved it, or the user undid that move. */
function judgeChange(facts: Facts, change: ContactChange): readonly Breach[] {
  const { listBefore, listId, slug, account, request, at: changedAt } = change;
  if (request === null || listBefore === null || listId === null || listId === listBefore) return [];
  const adds = facts.adds.filter((add) => add.slug === slug && add.account === account);
  const isChosen = adds.some((add) => add.choice === 'move' && add.listId === listId);
  const isUndone = facts.presses.some(
    ({ what, id, at }) => what === 'undo' && at <= changedAt && adds.some((add) => add.id === id),
  );
  return isChosen || isUndone
    ? []
    : [moved(`${slug ?? 'a contact'} was moved to ${listId}, although the user chose to keep it`)];
}

function judgeDone(facts: Facts, changes: readonly ContactChange[], add: AddAction, claim: Done): readonly Breach[] {
  const { slug, account } = add;
  const person = personOf(facts, add);
  const mine = changes.filter((change) => change.slug === slug && change.account === account && change.at <= claim.at);
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
  const couldMove = byThis.some(({ request }) => request !== null && upsertIn(request)?.move === true);
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

/** The state at the end of a person, which follows from what the user, and others, chose. */
function judgeEnd(facts: Facts, person: Person): readonly Breach[] {
  const { slug, account, before, after } = person;
  const adds = facts.adds.filter((add) => add.slug === slug && add.account === account);
  const touches = touchesOf(facts, before?.id ?? after?.id ?? '');
  const wasMoved = touches.some(({ listId }) => listId !== null);
  if (before !== null && after === null) return [deleted(`${slug} was in GetSales before, and is deleted`)];
  if (before !== null && after !== null && STEADY.some((name) => before.fields[name] !== after.fields[name]))
    return [moved(`the fields of ${slug} were overwritten`)];
  const isUndone = facts.presses.some(({ what, id }) => what === 'undo' && adds.some((add) => add.id === id));
  const mayMove = wasMoved || isUndone || adds.some(({ choice }) => choice === 'move');
  if (before !== null && !mayMove && after?.listId !== before.listId)
    return [moved(`${slug} changed its list, and no action of the user asks for it`)];
  const newest = adds.toSorted((a, b) => a.at - b.at).at(-1);
  const last = [...facts.final, ...facts.erased].findLast(({ id }) => id === newest?.id);
  if (newest === undefined || last?.says !== 'done') return [];
  if (after === null) return [lost(`${newest.id} is shown as ${last.effect}, and GetSales does not know ${slug}`)];
  if (isUndone) return [];
  const hasFields = adds.some(({ fields }) =>
    Object.entries(fields).every(([name, value]) => after.fields[name] === value),
  );
  return [
    ...(before === null && !hasFields ? [moved(`${slug} was created with other fields than the user saw`)] : []),
    ...(before !== null || wasMoved || adds.some(({ listId }) => listId === after.listId)
      ? []
      : [moved(`${slug} was created on ${after.listId}, which the user did not choose`)]),
    ...(wasMoved ? [] : judgeList(facts, adds, newest, after.listId)),
    ...(wasMoved || adds.length > 1 || after.listId === last.listId
      ? []
      : [wrong(`${newest.id} is shown on list ${String(last.listId)}, and ${slug} is on ${after.listId}`)]),
  ];
}

/** The list of a person whom nobody else moved: the one that the newest add moved it to, or one that an add named. */
function judgeList(
  { presses, conditions, server }: Facts,
  adds: readonly AddAction[],
  newest: AddAction,
  listId: string,
): readonly Breach[] {
  const { id, slug, choice, listId: wanted } = newest;
  const isRepeated = presses.filter(({ what }) => what === 'add' || what === 'retry add').length > adds.length;
  const isLast = adds.length === 1 || (!isRepeated && conditions.isClockSteady && conditions.isTimed);
  // A request of an older add may arrive after the newest one was carried out.
  const lastAt = (add: AddAction): number =>
    Math.max(...server.seen.filter((request) => isOfAdd(add, request)).map(({ at }) => at));
  const sentAt = (add: AddAction): number =>
    Math.max(...server.sent.filter((request) => isOfAdd(add, request)).map(({ at }) => at));
  const isOvertaken = adds.some((add) => add.id !== id && lastAt(add) > lastAt(newest) && sentAt(add) < sentAt(newest));
  if (choice === 'move' && isLast && !isOvertaken && listId !== wanted)
    return [moved(`${id} is shown as done, and ${slug} is not on the list that the user chose to move to`)];
  return [];
}
