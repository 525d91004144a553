import { isDeepStrictEqual } from 'node:util';
import { recordOf } from '../../sandbox/wire/values';
import type { Breach } from './breach';
import type { AddAction, Facts, SeenRequest, SentRequest } from './facts';
import {
  contactChanges,
  CONTACTS,
  isOfAdd,
  isPost,
  LISTS,
  LOOKUPS,
  MESSAGE_TTL_MS,
  UPSERT,
  upsertIn,
  type ContactChange,
  type Upsert,
} from './history';
import { judgeMessageCounts, judgePost, judgeRetry } from './message-writes';

/** How long the attempts of an add may take, their time-outs included. */
const ATTEMPTS_MS = 120_000;

const wrong = (what: string): Breach => ({ harm: 'wrong content', invariant: 'I8', what });

/** I1 and I8: every write that left the worker is one that the user asked for, with its exact content, at most as often. */
export function judgeWrites(facts: Facts): readonly Breach[] {
  const changes = contactChanges(facts.server);
  return [
    ...facts.server.sent.flatMap((request) => judgeWrite(facts, request, changes)),
    ...judgeMessageCounts(facts),
    ...facts.adds.flatMap((add) => judgeSuperseded(facts, add)),
  ];
}

function judgeWrite(facts: Facts, request: SentRequest, changes: readonly ContactChange[]): readonly Breach[] {
  const { method, path } = request;
  if (method === 'GET' || LOOKUPS.includes(path)) return [];
  if (isPost(request)) return judgePost(facts, request);
  const upsert = upsertIn(request);
  if (upsert !== null) return judgeUpsert(facts, request, upsert, changes);
  const [, messageId] = /^\/flows\/api\/linkedin-messages\/([^/]+)\/retry$/u.exec(path) ?? [];
  if (method === 'PUT' && messageId !== undefined) return judgeRetry(facts, request, messageId);
  if (method === 'DELETE' && path.startsWith(`${CONTACTS}/`)) return judgeRemoval(facts, request, changes);
  if (method === 'POST' && path === LISTS) return judgeNewList(facts, request);
  return [wrong(`${method} ${path} was sent, which no action of the user asks for`)];
}

function judgeUpsert(
  facts: Facts,
  request: SentRequest,
  upsert: Upsert,
  changes: readonly ContactChange[],
): readonly Breach[] {
  const { slug, listId, move, lead } = upsert;
  const adds = facts.adds.filter((add) => isOfAdd(add, request) && add.at <= request.at);
  const undone = undosOf(facts, request, slug).filter((add) => isWayBack(add, listId, changes));
  const what = `${slug} on list ${listId}${move === true ? ', moved' : ''}`;
  if (adds.length === 0 && (undone.length === 0 || move !== true))
    return [wrong(`${what}: ${closestAdd(facts, slug, listId)}`)];
  if (move === true && undone.length === 0 && isLate(facts, adds, request.at))
    return [wrong(`${what}: long after the user asked for it, when someone else may have moved the person`)];
  if (request.path === UPSERT && recordOf(request.body)['update_if_exists'] !== false)
    return [wrong(`${what}: an existing contact's fields would be overwritten`)];
  const { linkedin_id: _reference, linkedin = slug, ...fields } = lead;
  if (linkedin !== slug) return [wrong(`${what}: names two people`)];
  const { lead: _lead, leads: _leads, list_uuid: _list, ...others } = recordOf(request.body);
  const { custom_fields: customFields = {}, update_if_exists: _update, move_to_list: _move, ...unknown } = others;
  const isAsSeen = (add: AddAction): boolean =>
    isDeepStrictEqual({ custom_fields: customFields, ...fields }, { custom_fields: add.customFields, ...add.fields });
  const areFieldsRight =
    Object.keys(unknown).length === 0 &&
    (adds.some(isAsSeen) || undone.some((add) => hasOnlyIds(add, { ...recordOf(customFields), ...fields })));
  return areFieldsRight ? [] : [wrong(`${what}: with other fields than the user saw`)];
}

/** Whether the user asked for these moves more than ten minutes before, and the two that attempts may take. */
function isLate({ presses, conditions }: Facts, adds: readonly AddAction[], at: number): boolean {
  const asked = presses.filter((press) => press.at <= at && adds.some(({ id }) => id === press.id));
  const last = Math.max(...[...adds, ...asked].map((each) => each.at));
  return conditions.isTimed && conditions.isClockSteady && at - last > MESSAGE_TTL_MS + ATTEMPTS_MS;
}

/** A way back names the person and says nothing else about them. */
function hasOnlyIds({ fields: { ln_id: memberId } }: AddAction, fields: Readonly<Record<string, unknown>>): boolean {
  return isDeepStrictEqual(fields, memberId === undefined ? {} : { ln_id: memberId });
}

function closestAdd({ adds }: Facts, slug: string, listId: string): string {
  const same = adds.filter((add) => add.slug === slug);
  if (same.length === 0) return 'a person that the user never added';
  if (same.every((add) => add.listId !== listId)) return 'another list than the user chose';
  return 'keep or move other than the user chose, or another account';
}

/** The adds of this person on which the user pressed Undo before. */
function undosOf({ adds, presses }: Facts, { at, account }: SentRequest, slug: string | null): readonly AddAction[] {
  return adds.filter(
    (add) =>
      add.slug === slug &&
      add.account === account &&
      presses.some((press) => press.what === 'undo' && press.id === add.id && press.at <= at),
  );
}

/** Whether the contact was on this list before a request of this add moved it, or before someone else did at the same time. */
function isWayBack(add: AddAction, listId: string, changes: readonly ContactChange[]): boolean {
  return changes.some(
    ({ request, listBefore, slug, at }) =>
      listBefore === listId && (isOfAdd(add, request) || (request === null && slug === add.slug && at >= add.at)),
  );
}

/** A list is created at most once for each press, and not beside one of that name: GetSales allows two. */
function judgeNewList({ presses, server }: Facts, { body, at, account }: SentRequest): readonly Breach[] {
  const { name, ...others } = recordOf(body);
  const requests = server.seen.filter(
    (request) => request.path === LISTS && request.at <= at && request.account === account,
  );
  const search = requests.findLast(({ query }) => new URLSearchParams(query).get('filter[q]') === name);
  const wasThere = requests.some(
    (request) =>
      search?.isFaulted === false &&
      request.at < search.at &&
      wasCreated(request) &&
      recordOf(request.body)['name'] === name,
  );
  const wanted = presses.filter(({ what, id, at: pressed }) => what === 'create list' && id === name && pressed <= at);
  const sent = server.sent.filter(
    (request) =>
      request.method === 'POST' &&
      request.path === LISTS &&
      request.account === account &&
      request.at <= at &&
      recordOf(request.body)['name'] === name,
  );
  return [
    ...(wanted.length === 0 || Object.keys(others).length > 0 ? [wrong(`a list ${String(name)} was created`)] : []),
    ...(search === undefined ? [wrong(`a list ${String(name)} was created, but not looked for`)] : []),
    ...(sent.length > wanted.length || wasThere
      ? [{ harm: 'doubled', invariant: 'I1', what: `the list ${String(name)} was created twice` } as const]
      : []),
  ];
}

function wasCreated({ method, outcome }: SeenRequest): boolean {
  return method === 'POST' && outcome !== null && outcome.status < 300;
}

/** Only a contact that an undone add created is deleted. */
function judgeRemoval(facts: Facts, request: SentRequest, changes: readonly ContactChange[]): readonly Breach[] {
  const contactId = request.path.slice(CONTACTS.length + 1);
  const created = changes.filter(
    (change) => change.contactId === contactId && change.listBefore === null && change.listId !== null,
  );
  const slug = created[0]?.slug ?? null;
  const isOurs = undosOf(facts, request, slug).some((add) => created.some((change) => isOfAdd(add, change.request)));
  return isOurs
    ? []
    : [{ harm: 'lost', invariant: 'I9', what: `contact ${contactId} was deleted, which no undone add created` }];
}

/** Once a newer add of the same person was carried out, an older one is no more, unless the user retries it. */
function judgeSuperseded({ adds, presses, final, conditions, server }: Facts, older: AddAction): readonly Breach[] {
  if (!conditions.isClockSteady || !conditions.isTimed) return [];
  const all = adds.filter(({ slug, account }) => slug === older.slug && account === older.account);
  /** Requests of this add and of no other one. */
  const requestsOf = (add: AddAction): readonly SentRequest[] =>
    server.sent.filter((request) => all.every((other) => isOfAdd(other, request) === (other.id === add.id)));
  const isAskedAgain = presses.some(
    ({ what, id }) => (what === 'retry add' || what === 'undo') && all.some((add) => add.id === id),
  );
  if (isAskedAgain) return [];
  const pressedAt = Math.max(
    older.at,
    ...presses.filter(({ what, id }) => what === 'add' && id === older.id).map(({ at }) => at),
  );
  return all.flatMap((newer): readonly Breach[] => {
    const first = requestsOf(newer)[0];
    const isDone = final.some(({ id, says }) => id === newer.id && says === 'done');
    const late = requestsOf(older).some(({ at }) => first !== undefined && at > first.at);
    if (newer.at <= pressedAt || !isDone || !late) return [];
    return [wrong(`${older.slug}: the add ${older.id} was carried out after the newer ${newer.id}`)];
  });
}
