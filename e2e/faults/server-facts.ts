import type { WorkspaceControl } from '../sandbox/control/control';
import type { LoggedRequest } from '../sandbox/network/request-log';
import { recordOf, textOf } from '../sandbox/wire/values';
import { isUsedKey, OWNER, type AccountName } from './accounts';
import type { SeenByGetSales } from './judge/accounts';
import type { ContactState, Person, SeenRequest, ServerMessage } from './judge/facts';

/** Someone whom the user may add or write to. `id`: of the contact, when GetSales had it before the run. */
export interface KnownPerson {
  readonly account: AccountName;
  readonly slug: string;
  readonly id: string | null;
}

/** People's contacts in GetSales, and the messages to them. */
export interface People {
  readonly contacts: ReadonlyMap<string, ContactState | null>;
  readonly messages: readonly ServerMessage[];
}

const keyOf = ({ account, slug }: KnownPerson): string => `${account} ${slug}`;

export function peopleNow(
  people: readonly KnownPerson[],
  controlOf: (account: AccountName) => WorkspaceControl,
): People {
  return {
    contacts: new Map(people.map((person) => [keyOf(person), contactOf(controlOf(person.account), person.slug)])),
    messages: people
      .flatMap(({ account, slug, id: known }) => {
        const id = known ?? contactOf(controlOf(account), slug)?.id ?? null;
        return id === null ? [] : controlOf(account).messages(id);
      })
      .map((row) => ({
        uuid: String(row['uuid']),
        contactId: String(row['lead_uuid']),
        senderId: String(row['sender_profile_uuid']),
        text: String(row['text']),
      })),
  };
}

export function listNamesOf(controls: readonly WorkspaceControl[]): Readonly<Record<string, string>> {
  return Object.fromEntries(controls.flatMap(({ lists }) => lists().map(({ uuid, name }) => [uuid, name])));
}

function contactOf(control: WorkspaceControl, slug: string): ContactState | null {
  const lead = recordOf(control.contact(slug)?.['lead']);
  const [id, listId] = [textOf(lead['uuid']), textOf(lead['list_uuid'])];
  if (id === null || listId === null) return null;
  return { id, listId, fields: lead };
}

export function peopleBetween(people: readonly KnownPerson[], before: People, after: People): readonly Person[] {
  return people.map((person) => ({
    account: person.account,
    slug: person.slug,
    before: before.contacts.get(keyOf(person)) ?? null,
    after: after.contacts.get(keyOf(person)) ?? null,
  }));
}

/** @param timeOf ms since the run began, of a time of the sandbox's clock */
export function seenRequests(
  requests: readonly LoggedRequest[],
  timeOf: (at: number) => number,
): readonly SeenRequest[] {
  return requests.map(({ method, path, query, headers, body, keyName, status, outcome, faulted, at }) => ({
    ...{ method, path, body, keyName, status, outcome },
    query: new URLSearchParams(query.map(([name, value]) => [name, value])).toString(),
    headers: JSON.stringify(headers),
    account: isUsedKey(keyName) ? OWNER[keyName] : null,
    isFaulted: faulted,
    at: timeOf(at),
  }));
}

export function keyedRequests(requests: readonly LoggedRequest[]): readonly SeenByGetSales[] {
  return requests.map(({ keyName, workspace, path, query, body }) => ({
    ...{ keyName, workspace, path },
    what: JSON.stringify([path, query, body]),
  }));
}
