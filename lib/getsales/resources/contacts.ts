import type { MissingThing } from '@/lib/domain/app-error';
import type { Contact, ContactDraft } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId, ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { UpsertRequest, WriteFailure } from '../client';
import type { Answer, Failure, Request } from '../pipeline/request';
import { routes } from '../routes';
import { readContact } from '../wire/contact';
import { toContactInput } from '../wire/contact-input';

export interface Upserted {
  readonly contact: Contact;
  readonly serverNowMs: number | null;
}

interface Person {
  readonly identity: LinkedInIdentity;
  readonly draft: ContactDraft;
}

/**
 * Creates or finds one contact (getsales-api.md 3.5). Where the route does not exist (404 or 405 without GetSales' own
 * words) the Quick Start's call for many does it.
 */
export async function upsert(
  request: Request,
  { identity, listId, draft, updateIfExists, moveToList }: UpsertRequest,
  signal?: AbortSignal,
): Promise<Result<Upserted, WriteFailure>> {
  const answer = await request({
    method: 'POST',
    path: routes.upsert,
    body: {
      lead: toContactInput(identity, draft),
      list_uuid: listId,
      ...(draft.customFields === undefined ? {} : { custom_fields: draft.customFields }),
      update_if_exists: updateIfExists,
      move_to_list: moveToList,
    },
    mode: 'repeatable',
    signal,
  });
  if (answer.ok) return fromAnswer(answer.value);
  const isRouteMissing = answer.error.error.code === 'not-found' && !answer.error.hadJson;
  if (!isRouteMissing) return err(writeFailure(answer.error, 'list'));
  return createOne(request, listId, { identity, draft }, signal);
}

async function createOne(
  request: Request,
  listId: ListId,
  person: Person,
  signal?: AbortSignal,
): Promise<Result<Upserted, WriteFailure>> {
  const answer = await postMany(request, listId, [person], signal);
  if (!answer.ok) return err(writeFailure(answer.error, 'list'));
  const rows: readonly unknown[] = Array.isArray(answer.value.json) ? answer.value.json : [];
  return fromAnswer({ ...answer.value, json: rows[0] });
}

/** The Quick Start's `POST /leads/api/leads`: custom fields stand inside each contact here. */
export async function createMany(
  request: Request,
  listId: ListId,
  people: readonly Person[],
  signal?: AbortSignal,
): Promise<Result<readonly Contact[], WriteFailure>> {
  const answer = await postMany(request, listId, people, signal);
  if (!answer.ok) return err(writeFailure(answer.error, 'list'));
  if (!Array.isArray(answer.value.json)) return err(unknownFate(answer.value));
  const contacts = answer.value.json.map((row: unknown) => readContact(row));
  return contacts.every((contact) => contact !== null) ? ok(contacts) : err(unknownFate(answer.value));
}

function postMany(request: Request, listId: ListId, people: readonly Person[], signal?: AbortSignal) {
  const leads = people.map(({ identity, draft }) => ({
    ...toContactInput(identity, draft),
    ...(draft.customFields === undefined ? {} : { custom_fields: draft.customFields }),
  }));
  return request({
    method: 'POST',
    path: routes.contacts,
    body: { list_uuid: listId, leads },
    mode: 'once',
    signal,
  });
}

/** Removes a contact; a background job at GetSales (getsales-api.md 4.19). A contact that is gone already counts as removed. */
export async function remove(
  request: Request,
  id: ContactId,
  signal?: AbortSignal,
): Promise<Result<null, WriteFailure>> {
  const answer = await request({ method: 'DELETE', path: routes.contact(id), mode: 'repeatable', signal });
  if (answer.ok || answer.error.error.code === 'not-found') return ok(null);
  return err(writeFailure(answer.error, 'contact'));
}

function fromAnswer(answer: Answer): Result<Upserted, WriteFailure> {
  const contact = readContact(answer.json);
  return contact === null ? err(unknownFate(answer)) : ok({ contact, serverNowMs: answer.serverNowMs });
}

function unknownFate({ status }: Answer): WriteFailure {
  return { fate: 'unknown', error: { code: 'unreadable-answer', status } };
}

/** A failure of a write, with what a 404 was about. */
export function writeFailure({ fate, error }: Failure, what: MissingThing): WriteFailure {
  return { fate, error: error.code === 'not-found' ? { code: 'not-found', what } : error };
}
