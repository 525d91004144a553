import type { Contact, ContactDraft } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId, ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { toWriteFailure, unprovenWrite, type WriteFailure } from '../write-failure';
import { apiPath } from '../http/api-path';
import { type Answer, type Failure, type Request } from '../http/call';
import { readContact } from '../wire/contact';
import { toContactInput } from '../wire/contact-input';
import { unwrapData } from '../wire/values';
import { type createLookup, isGone } from './lookup';

export interface UpsertRequest extends Person {
  readonly listId: ListId;
  /** Moves a contact that exists to `listId`. Its other fields are never overwritten. */
  readonly moveToList: boolean;
}

export interface Upserted {
  readonly contact: Contact;
  /** The server's clock (from `Date`); null without that header. */
  readonly serverNowMs: number | null;
}

export interface UpsertDeps {
  readonly request: Request;
  readonly lookup: ReturnType<typeof createLookup>;
}

export interface Person {
  readonly identity: LinkedInIdentity;
  readonly draft: ContactDraft;
}

/**
 * Creates or finds one contact (docs/getsales-api.md#upsert). `update_if_exists` is always false, because GetSales overwrites by
 * default and page data must not replace data of the workspace. Where the route does not exist (405, or 404 without
 * GetSales' error envelope), `POST /leads/api/leads` creates a contact that a lookup does not find: it may change one that exists.
 */
export async function upsert(
  { request, lookup }: UpsertDeps,
  { identity, listId, draft, moveToList }: UpsertRequest,
  signal?: AbortSignal,
): Promise<Result<Upserted, WriteFailure>> {
  const answer = await request({
    method: 'POST',
    path: apiPath`/leads/api/leads/upsert`,
    body: {
      lead: toContactInput(identity, draft),
      list_uuid: listId,
      ...customFieldsOf(draft),
      update_if_exists: false,
      move_to_list: moveToList,
    },
    mode: 'repeatable',
    signal,
  });
  if (answer.ok) return fromAnswer(answer.value);
  if (!isRouteMissing(answer.error)) return err(toWriteFailure(answer.error, 'list'));
  const found = await lookup(identity, signal);
  // Refuses the lookup, not the add.
  if (!found.ok) return err({ fate: 'unknown', error: found.error });
  if (found.value !== null) {
    // This route does not move contacts.
    if (moveToList && found.value.listId !== listId)
      return err({ ...unprovenWrite(answer.error.refusal?.status ?? 404), fate: 'not-done' });
    return ok({ contact: found.value, serverNowMs: null });
  }
  return createOne(request, listId, { identity, draft }, signal);
}

/** The Quick Start's `POST /leads/api/leads`, for one contact. Here custom fields go inside the contact, not beside it. */
async function createOne(
  request: Request,
  listId: ListId,
  { identity, draft }: Person,
  signal?: AbortSignal,
): Promise<Result<Upserted, WriteFailure>> {
  const answer = await request({
    method: 'POST',
    path: apiPath`/leads/api/leads`,
    body: { list_uuid: listId, leads: [{ ...toContactInput(identity, draft), ...customFieldsOf(draft) }] },
    mode: 'once',
    signal,
  });
  return answer.ok ? fromAnswer(answer.value) : err(toWriteFailure(answer.error, 'list'));
}

/** Deletes a contact; GetSales does it in the background (docs/getsales-api.md#contradictions). Succeeds if it is already gone. */
export async function remove(
  request: Request,
  id: ContactId,
  signal?: AbortSignal,
): Promise<Result<null, WriteFailure>> {
  const answer = await request({ method: 'DELETE', path: apiPath`/leads/api/leads/${id}`, mode: 'repeatable', signal });
  if (answer.ok || isGone(answer.error)) return ok(null);
  return err(toWriteFailure(answer.error, 'contact'));
}

function customFieldsOf({ customFields }: ContactDraft): { readonly custom_fields?: Readonly<Record<string, string>> } {
  return customFields === undefined || Object.keys(customFields).length === 0 ? {} : { custom_fields: customFields };
}

function isRouteMissing({ error, refusal }: Failure): boolean {
  return error.code === 'not-found' && (refusal?.status === 405 || refusal?.reason === null);
}

function fromAnswer({ json, serverNowMs, status }: Answer): Result<Upserted, WriteFailure> {
  const rows: unknown = unwrapData(json);
  const contact = readContact(Array.isArray(rows) && rows.length === 1 ? rows[0] : json);
  return contact === null ? err(unprovenWrite(status)) : ok({ contact, serverNowMs });
}
