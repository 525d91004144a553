import { recordOf, textOf } from '../../sandbox/wire/values';
import type { AccountName } from '../accounts';
import type { ActOfOthers, AddAction, Facts, Person, SeenRequest, SendAction, SentRequest, ServerFacts } from './facts';

export const MESSAGES = '/flows/api/linkedin-messages';
export const CONTACTS = '/leads/api/leads';
export const LISTS = '/leads/api/lists';
export const UPSERT = `${CONTACTS}/upsert`;
export const LOOKUPS: readonly string[] = [`${CONTACTS}/lookup-one`, `${CONTACTS}/find-one`];

/** A queued message is sent within ten minutes or not at all. */
export const MESSAGE_TTL_MS = 600_000;
/** How much a second of processing may shift a time. */
export const TOLERANCE_MS = 5_000;

/** A change of a contact that GetSales carried out. `listId` null: deleted. */
export interface ContactChange {
  /** Null when someone else did it. */
  readonly request: SeenRequest | null;
  readonly at: number;
  readonly account: AccountName | null;
  readonly slug: string | null;
  readonly contactId: string;
  /** Null when it did not exist before. */
  readonly listBefore: string | null;
  readonly listId: string | null;
}

/** What happened to contacts, by GetSales' log, what others did, and the state before the run. */
export function contactChanges({ seen, people, byOthers }: ServerFacts): readonly ContactChange[] {
  const lists = new Map(people.flatMap(({ before }) => (before === null ? [] : [[before.id, before.listId] as const])));
  const slugs = new Map(people.flatMap(({ before, slug }) => (before === null ? [] : [[before.id, slug] as const])));
  const acts = [...seen.filter(isCarriedOut), ...byOthers].toSorted((a, b) => a.at - b.at);
  return acts.flatMap((act): readonly ContactChange[] => {
    const { account, at } = act;
    const request = 'contactId' in act ? null : act;
    return listChangesIn(act).map(({ contactId, slug, listId }) => {
      const listBefore = lists.get(contactId) ?? null;
      if (listId === null) lists.delete(contactId);
      else lists.set(contactId, listId);
      if (slug !== null) slugs.set(contactId, slug);
      return { request, account, at, slug: slugs.get(contactId) ?? null, contactId, listBefore, listId };
    });
  });
}

function isCarriedOut({ outcome }: SeenRequest): boolean {
  return outcome !== null && outcome.status < 300;
}

type ListChange = Pick<ContactChange, 'contactId' | 'slug' | 'listId'>;

function listChangesIn(act: SeenRequest | ActOfOthers): readonly ListChange[] {
  if ('contactId' in act) {
    const { contactId, slug, listId } = act;
    return listId === null ? [] : [{ contactId, slug, listId }];
  }
  const { method, path, outcome } = act;
  if (method === 'DELETE' && path.startsWith(`${CONTACTS}/`))
    return [{ contactId: path.slice(CONTACTS.length + 1), slug: null, listId: null }];
  if (method !== 'POST' || (path !== UPSERT && path !== CONTACTS)) return [];
  const rows: readonly unknown[] = Array.isArray(outcome?.body) ? outcome.body : [outcome?.body];
  return rows.map(recordOf).map((row) => ({
    contactId: String(row['uuid']),
    slug: textOf(row['linkedin']),
    listId: textOf(row['list_uuid']),
  }));
}

export interface Upsert {
  readonly slug: string;
  readonly listId: string;
  /** Null where the route cannot move. */
  readonly move: boolean | null;
  readonly lead: Readonly<Record<string, unknown>>;
}

type Sent = Pick<SentRequest, 'method' | 'path' | 'body' | 'account'>;

/** The person, list and flags of an add's request; null for another request. */
export function upsertIn({ method, path, body: sent }: Sent): Upsert | null {
  if (method !== 'POST' || (path !== UPSERT && path !== CONTACTS)) return null;
  const body = recordOf(sent);
  const leads = body['leads'];
  const lead = recordOf(path === UPSERT ? body['lead'] : Array.isArray(leads) ? leads[0] : null);
  return {
    slug: String(lead['linkedin_id']).replace(/^.*\/in\/([^/]*)\/?$/u, '$1'),
    listId: String(body['list_uuid']),
    move: path === UPSERT ? body['move_to_list'] === true : null,
    lead,
  };
}

/** Whether this request is one of this add. */
export function isOfAdd(add: AddAction, request: Sent | null): boolean {
  const upsert = request === null ? null : upsertIn(request);
  if (request === null || upsert?.slug !== add.slug || request.account !== add.account) return false;
  return upsert.listId === add.listId && (upsert.move ?? add.choice === 'move') === (add.choice === 'move');
}

export function isPost({ method, path }: Sent): boolean {
  return method === 'POST' && path === MESSAGES;
}

/** Whether this request sends this message. */
export function isOfSend(send: SendAction, request: Sent): boolean {
  const body = recordOf(request.body);
  return (
    isPost(request) &&
    request.account === send.account &&
    body['lead_uuid'] === send.contactId &&
    body['sender_profile_uuid'] === send.senderId &&
    body['text'] === send.text
  );
}

/** Whether a server may store the two texts as one. */
export function hasSameWords(a: string, b: string): boolean {
  return a.trim() === b.trim();
}

/** Whether another message with these words, of the user or someone else, may be taken for this one. */
export function isAmbiguous(facts: Facts, send: SendAction): boolean {
  const { id, contactId, text } = send;
  const isLike = (other: SendAction): boolean => other.contactId === contactId && hasSameWords(other.text, text);
  return isWrittenByOthers(facts, send) || facts.sends.some((other) => other.id !== id && isLike(other));
}

/** Whether someone else wrote these words to the contact during the run. */
export function isWrittenByOthers({ server }: Facts, { contactId, text }: SendAction): boolean {
  return server.byOthers.some(
    (act) => act.contactId === contactId && act.text !== null && hasSameWords(act.text, text),
  );
}

/** Other sends of the run with the same recipient, sender and exact text. */
export function copiesOf({ sends }: Facts, { id, account, contactId, senderId, text }: SendAction): number {
  return sends.filter(
    (other) =>
      other.id !== id &&
      other.account === account &&
      other.contactId === contactId &&
      other.senderId === senderId &&
      other.text === text,
  ).length;
}

/** What others did with this contact. */
export function touchesOf({ server }: Facts, contactId: string): readonly ActOfOthers[] {
  return server.byOthers.filter((act) => act.contactId === contactId);
}

/** The contact that this add, or another of the same person, created or has on its list; null when there is none. */
export function contactOf(facts: Facts, add: AddAction): string | null {
  const { server } = facts;
  const { slug, account } = add;
  const person = personOf(facts, add);
  const change = contactChanges(server).find((each) => each.slug === slug && each.account === account);
  return change?.contactId ?? person?.before?.id ?? null;
}

export function personOf({ server }: Facts, { slug, account }: AddAction): Person | undefined {
  return server.people.find((person) => person.slug === slug && person.account === account);
}
