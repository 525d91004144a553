import { recordOf, textOf } from '../../sandbox/wire/values';
import type { AccountName } from '../accounts';
import type { AddAction, Facts, SeenRequest, SendAction, SentRequest, ServerFacts } from './facts';

export const MESSAGES = '/flows/api/linkedin-messages';
export const CONTACTS = '/leads/api/leads';
export const UPSERT = `${CONTACTS}/upsert`;
export const LOOKUPS: readonly string[] = [`${CONTACTS}/lookup-one`, `${CONTACTS}/find-one`];

/** A queued message is sent within ten minutes or not at all. */
export const MESSAGE_TTL_MS = 600_000;
/** How much a second of processing may shift a time. */
export const TOLERANCE_MS = 5_000;

/** A change of a contact that GetSales carried out. `listId` null: deleted. */
export interface ContactChange {
  readonly request: SeenRequest;
  readonly account: AccountName | null;
  readonly slug: string | null;
  readonly contactId: string;
  /** Null when it did not exist before. */
  readonly listBefore: string | null;
  readonly listId: string | null;
}

/** What happened to contacts, by GetSales' log and the state before the run. */
export function contactChanges({ seen, people }: ServerFacts): readonly ContactChange[] {
  const lists = new Map(people.flatMap(({ before }) => (before === null ? [] : [[before.id, before.listId] as const])));
  const slugs = new Map(people.flatMap(({ before, slug }) => (before === null ? [] : [[before.id, slug] as const])));
  return seen.flatMap((request): readonly ContactChange[] => {
    if (request.outcome === null || request.outcome.status >= 300) return [];
    const { account } = request;
    const change = (contactId: string, slug: string | null, listId: string | null): ContactChange => {
      const listBefore = lists.get(contactId) ?? null;
      if (listId === null) lists.delete(contactId);
      else lists.set(contactId, listId);
      if (slug !== null) slugs.set(contactId, slug);
      return { request, account, slug: slugs.get(contactId) ?? null, contactId, listBefore, listId };
    };
    if (request.method === 'DELETE' && request.path.startsWith(`${CONTACTS}/`))
      return [change(request.path.slice(CONTACTS.length + 1), null, null)];
    if (request.method !== 'POST' || (request.path !== UPSERT && request.path !== CONTACTS)) return [];
    const { body } = request.outcome;
    const rows: readonly unknown[] = Array.isArray(body) ? body : [body];
    return rows
      .map(recordOf)
      .map((row) => change(String(row['uuid']), textOf(row['linkedin']), textOf(row['list_uuid'])));
  });
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
export function isOfAdd(add: AddAction, request: Sent): boolean {
  const upsert = upsertIn(request);
  if (upsert === null || upsert.slug !== add.slug || request.account !== add.account) return false;
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
