import type { AccountId } from '@/lib/domain/account';
import type { ContactList, CustomField, WorkspaceLists } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import type { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';
import { createInFlight } from '../exclusive';
import { createAnswerCache } from './cached-answers';

/** How long lists, senders, stages and custom fields are cached (docs/getsales-api.md#client-rules). */
export const CATALOG_TTL_MS = 600_000;

export interface Catalog {
  lists(fresh: boolean): Promise<Result<Remembered<WorkspaceLists>>>;
  senders(fresh: boolean): Promise<Result<Remembered<readonly Sender[]>>>;
  customFields(fresh: boolean): Promise<Result<Remembered<readonly CustomField[]>>>;
  /** The stages' names by id. */
  stageNames(): Promise<Result<Readonly<Record<string, string>>>>;
  /** Null when the workspace has no such list. */
  listName(id: ListId): Promise<Result<string | null>>;
  /** Creates a list unless one has this name, in any case: GetSales allows two with one name. */
  createList(name: string): Promise<Result<ContactList>>;
}

export interface CatalogDeps {
  readonly account: AccountId;
  readonly client: Pick<GetSalesClient, 'lists' | 'findLists' | 'createList' | 'senders' | 'stages' | 'customFields'>;
  readonly now: () => number;
  readonly cachedLists: SettingItem<Remembered<WorkspaceLists> | null>;
  readonly cachedSenders: SettingItem<Remembered<readonly Sender[]> | null>;
  readonly cachedStages: SettingItem<Remembered<Readonly<Record<string, string>>> | null>;
  readonly cachedCustomFields: SettingItem<Remembered<readonly CustomField[]> | null>;
  readonly knownLists: SettingItem<readonly { readonly id: string; readonly name: string }[]>;
  readonly changed: () => Promise<void>;
}

/** What rarely changes in a workspace: cached for ten minutes, requested once at a time. */
export function createCatalog(deps: CatalogDeps): Catalog {
  const { client, now } = deps;
  const getCached = createAnswerCache(deps.account, now);
  const ttlMs = (fresh: boolean): number => (fresh ? 0 : CATALOG_TTL_MS);

  const storeLists: CatalogDeps['cachedLists']['setValue'] = async (answer) => {
    await deps.cachedLists.setValue(answer);
    if (answer !== null) await deps.knownLists.setValue(answer.value.lists);
  };
  const storedLists = { ...deps.cachedLists, setValue: storeLists };
  const lists: Catalog['lists'] = (fresh) => getCached(storedLists, ttlMs(fresh), () => client.lists());

  const creating = createInFlight<Result<ContactList>, string>();

  async function findNamed(name: string): Promise<Result<ContactList | null>> {
    const found = await client.findLists('q', name);
    return found.ok ? ok(found.value.find((list) => list.name.toLowerCase() === name.toLowerCase()) ?? null) : found;
  }

  /** After a lost answer, the list that has the name now counts. */
  async function createMissing(name: string): Promise<Result<ContactList>> {
    const created = await client.createList(name);
    if (created.ok) return created;
    const { fate, error } = created.error;
    const found = fate === 'not-done' ? null : await findNamed(name);
    return found?.ok === true && found.value !== null ? ok(found.value) : err(error);
  }

  return {
    lists,
    senders: (fresh) => getCached(deps.cachedSenders, ttlMs(fresh), () => client.senders()),
    customFields: (fresh) => getCached(deps.cachedCustomFields, ttlMs(fresh), () => client.customFields()),
    stageNames: async () => {
      const answer = await getCached(deps.cachedStages, CATALOG_TTL_MS, () => client.stages());
      return answer.ok ? ok(answer.value.value) : answer;
    },
    listName: async (id) => {
      const nameIn = (all: readonly ContactList[]): string | null => all.find((list) => list.id === id)?.name ?? null;
      const known = await lists(false);
      const name = known.ok ? nameIn(known.value.value.lists) : null;
      if (name !== null) return ok(name);
      // A list that is missing may be new, or one of those that paging does not reach.
      const found = await client.findLists('uuid', id);
      return found.ok ? ok(nameIn(found.value)) : found;
    },
    createList: (name) => {
      const key = name.toLowerCase();
      return creating.get(key) ?? creating.run(key, () => createOnce(name));
    },
  };

  async function createOnce(name: string): Promise<Result<ContactList>> {
    const found = await findNamed(name);
    if (!found.ok) return found;
    const list = found.value === null ? await createMissing(name) : ok(found.value);
    const known = await deps.cachedLists.getValue();
    if (list.ok && known?.account === deps.account) {
      const others = known.value.lists.filter(({ id }) => id !== list.value.id);
      await storeLists({ ...known, value: { ...known.value, lists: [...others, list.value] } });
    }
    await deps.changed();
    return list;
  }
}
