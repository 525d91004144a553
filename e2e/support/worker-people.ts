import { randomUUID } from 'node:crypto';
import type { ContactList } from '../../lib/domain/contact';
import { LinkedInIdentity } from '../../lib/domain/identity-schema';
import { EntryId, ListId, type ContactId, type SenderId } from '../../lib/domain/ids';
import type { InputOf } from '../../lib/messaging/protocol';
import type { LoggedRequest } from '../sandbox/network/request-log';
import type { Sandbox } from '../sandbox/sandbox';
import { mira, type CastMember } from './cast';
import type { Worker } from './worker';

export function identityOf({ slug }: CastMember): LinkedInIdentity {
  return LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
}

export function newEntryId(): EntryId {
  return EntryId.parse(randomUUID());
}

/** A list of the seeded workspace by its name. */
export async function listNamed(worker: Worker, name: string): Promise<ContactList> {
  const lists = await worker.ask('lists.get', { fresh: false });
  const found = lists.ok ? lists.value.value.lists.find((list) => list.name === name) : undefined;
  if (found === undefined) throw new Error(`no list ${name}: ${JSON.stringify(lists)}`);
  return found;
}

export async function senderNamed(worker: Worker, name: string): Promise<SenderId> {
  const senders = await worker.ask('senders.get', { fresh: false });
  const found = senders.ok ? senders.value.value.find((sender) => sender.name === name) : undefined;
  if (found === undefined) throw new Error(`no sender ${name}: ${JSON.stringify(senders)}`);
  return found.id;
}

/** The id of a seeded person. */
export async function contactIdOf(worker: Worker, person: CastMember): Promise<ContactId> {
  const contactStatus = await worker.ask('contact.status', { identity: identityOf(person), fresh: true });
  if (!contactStatus.ok || contactStatus.value.kind !== 'present') throw new Error(`${person.name} is not in GetSales`);
  return contactStatus.value.contact.id;
}

/** An add of Mira to a list, with changes. */
export function addOf(
  list: { readonly id: string; readonly name: string },
  change: Partial<InputOf<'contact.add'>> = {},
): InputOf<'contact.add'> {
  return {
    entryId: newEntryId(),
    identity: identityOf(mira),
    personName: mira.name,
    listId: ListId.parse(list.id),
    listName: list.name,
    draft: { firstName: mira.firstName, lastName: mira.lastName, company: mira.company },
    ifPresent: 'keep',
    ...change,
  };
}

export const UPSERT = '/leads/api/leads/upsert';
export const LOOKUP = '/leads/api/leads/lookup-one';
export const MESSAGES = '/flows/api/linkedin-messages';

/** The requests of one method and path that the sandbox has seen. */
export function seen(sandbox: Sandbox, method: string, path: string): readonly LoggedRequest[] {
  return sandbox.control.requests().filter((request) => request.method === method && request.path === path);
}
