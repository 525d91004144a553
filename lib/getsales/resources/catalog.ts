import type { ContactList, CustomField, WorkspaceLists } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { err, ok, type Result } from '@/lib/domain/result';
import { unprovenWrite, type WriteFailure, toWriteFailure } from '../write-failure';
import { PAGE_SIZE, readAll, readPage, readRows } from './paging';
import { apiPath } from '../http/api-path';
import { type Failure, type Request, unreadable } from '../http/call';
import { readCustomField, readList, readSender, readStage } from '../wire/rows';
import { unwrapData } from '../wire/values';

const LISTS = apiPath`/leads/api/lists`;

/** With this order, rows created during paging come last, so no page shifts (docs/getsales-api.md#pagination-and-sorting). */
const OLDEST_FIRST = { order_field: 'created_at', order_type: 'asc' } as const;

const byName = new Intl.Collator('en', { sensitivity: 'base' });

/** The lists of the workspace, by name (docs/getsales-api.md#lists). */
export async function lists(request: Request, signal?: AbortSignal): Promise<Result<WorkspaceLists>> {
  const found = await readAll(request, {
    path: LISTS,
    query: OLDEST_FIRST,
    read: readList,
    id: (list) => list.id,
    keepsRows: true,
    signal,
  });
  if (!found.ok) return err(found.error.error);
  const { rows, more } = found.value;
  return ok({ lists: rows.toSorted((a, b) => byName.compare(a.name, b.name)), more });
}

/**
 * The first page of the lists that GetSales finds by words of their name (`q`) or by their id (docs/getsales-api.md#lists). A
 * workspace can have more lists than paging reaches.
 */
export async function findLists(
  request: Request,
  field: 'q' | 'uuid',
  wanted: string,
  signal?: AbortSignal,
): Promise<Result<readonly ContactList[]>> {
  const query = { [`filter[${field}]`]: wanted, limit: String(PAGE_SIZE), offset: '0' };
  const answer = await request({ method: 'GET', path: LISTS, query, mode: 'read', signal });
  if (!answer.ok) return err(answer.error.error);
  const found = readRows(readPage(answer.value.json, 0)?.rows ?? [null], { read: readList });
  return found === null ? err(unreadable(answer.value.status).error) : ok(found);
}

/** Creates a list. Sent once: GetSales allows two lists with one name. */
export async function createList(
  request: Request,
  name: string,
  signal?: AbortSignal,
): Promise<Result<ContactList, WriteFailure>> {
  const answer = await request({ method: 'POST', path: LISTS, body: { name }, mode: 'once', signal });
  if (!answer.ok) return err(toWriteFailure(answer.error, 'list'));
  const list = readList(unwrapData(answer.value.json));
  return list === null ? err(unprovenWrite(answer.value.status)) : ok(list);
}

/** All sender profiles, oldest first (docs/getsales-api.md#senders). */
export async function senders(request: Request, signal?: AbortSignal): Promise<Result<readonly Sender[]>> {
  const found = await readAll(request, {
    path: apiPath`/flows/api/sender-profiles`,
    query: OLDEST_FIRST,
    read: readSender,
    id: (sender) => sender.id,
    signal,
  });
  return found.ok ? ok(found.value.rows) : err(found.error.error);
}

/**
 * Names of the pipeline stages of contacts by id (docs/getsales-api.md#tags-stages-and-custom-fields). Sources differ on the
 * form of the filter: brackets first, JSON text where they are refused or match nothing.
 */
export async function stages(
  request: Request,
  signal?: AbortSignal,
): Promise<Result<Readonly<Record<string, string>>>> {
  const ask = (query: Readonly<Record<string, string>>) =>
    readAll(request, {
      path: apiPath`/leads/api/pipeline-stages`,
      query,
      read: readStage,
      id: (stage) => stage.uuid,
      belongs: ({ object }) => object === 'lead' || object === null,
      signal,
    });
  let found = await ask({ 'filter[object]': 'lead' });
  if (found.ok ? found.value.rows.length === 0 : isRefusedFilter(found.error))
    found = await ask({ filter: '{"object":"lead"}' });
  if (!found.ok) return err(found.error.error);
  return ok(Object.fromEntries(found.value.rows.map(({ uuid, name }) => [uuid, name])));
}

/**
 * The workspace's custom fields of contacts, in its own order (docs/getsales-api.md#tags-stages-and-custom-fields). The route
 * has no filter, so fields of companies are left out here. The rows have no creation time to sort by.
 */
export async function customFields(request: Request, signal?: AbortSignal): Promise<Result<readonly CustomField[]>> {
  const found = await readAll(request, {
    path: apiPath`/leads/api/custom-fields`,
    query: { order_field: 'order', order_type: 'asc' },
    read: readCustomField,
    id: (field) => field.id,
    signal,
  });
  if (!found.ok) return err(found.error.error);
  const ofContacts = found.value.rows.filter(({ object }) => object === 'lead' || object === null);
  return ok(ofContacts.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ id, name }) => ({ id, name })));
}

/** GetSales answers a filter that it does not understand with 422 or 500 (docs/getsales-api.md#filters). */
function isRefusedFilter({ refusal }: Failure): boolean {
  return refusal !== null && [400, 422, 500].includes(refusal.status);
}
