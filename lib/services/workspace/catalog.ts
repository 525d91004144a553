import type { AccountId } from '@/lib/domain/account';
import type { ContactList, CustomField, WorkspaceLists } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import type { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';
import { createAnswerCache } from './cached-answers';

/** How long lists, senders, stages and custom fields are cached (docs/getsales-api.md#client-rules). */
export const CATALOG_TTL_MS = 600_000;
/** How old the lists must be before a missing one has them requested again. */
export const MISSING_LIST_TTL_MS = 60_000;

export interface Catalog {
  lists(fresh: boolean): Promise<Result<Remembered<WorkspaceLists>>>;
  senders(fresh: boolean): Promise<Result<Remembered<readonly Sender[]>>>;
  customFields(fresh: boolean): Promise<Result<Remembered<readonly CustomField[]>>>;
  stageNames(): Promise<Result<ReadonlyMap<string, string>>>;
  /** Null when the workspace has no such list. */
  listName(id: ListId): Promise<Result<string | null>>;
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
  const listsWithin = (ttl: number) => getCached(storedLists, ttl, () => client.lists());
  const lists: Catalog['lists'] = (fresh) => listsWithin(ttlMs(fresh));

  /** Looks for a list whose creation got no answer: the only new one with this name. */
  async function findCreated(name: string, before: readonly ContactList[] | null): Promise<ContactList | null> {
    const after = await lists(true);
    if (!after.ok) return null;
    const { lists: reached, more } = after.value.value;
    // The newest lists are the last, so beyond the reach of paging where there are more.
    const found = more ? await client.findLists('q', name) : ok(reached);
    if (!found.ok) return null;
    const isNew = (list: ContactList): boolean => before === null || before.every(({ id }) => id !== list.id);
    const [created, ...others] = found.value.filter((list) => list.name === name && isNew(list));
    return created !== undefined && others.length === 0 ? created : null;
  }

  return {
    lists,
    senders: (fresh) => getCached(deps.cachedSenders, ttlMs(fresh), () => client.senders()),
    customFields: (fresh) => getCached(deps.cachedCustomFields, ttlMs(fresh), () => client.customFields()),
    stageNames: async () => {
      const answer = await getCached(deps.cachedStages, CATALOG_TTL_MS, async () => {
        const stages = await client.stages();
        return stages.ok ? ok(Object.fromEntries(stages.value)) : stages;
      });
      return answer.ok ? ok(new Map(Object.entries(answer.value.value))) : answer;
    },
    listName: async (id) => {
      const nameIn = (all: readonly ContactList[]): string | null => all.find((list) => list.id === id)?.name ?? null;
      // A list that is missing may be new.
      for (const ttl of [CATALOG_TTL_MS, MISSING_LIST_TTL_MS]) {
        const known = await listsWithin(ttl);
        if (!known.ok) return known;
        const { lists: reached, more } = known.value.value;
        const name = nameIn(reached);
        if (name !== null) return ok(name);
        if (more) {
          const found = await client.findLists('uuid', id);
          return found.ok ? ok(nameIn(found.value)) : found;
        }
      }
      return ok(null);
    },
    createList: async (name) => {
      const stored = await deps.cachedLists.getValue();
      const known = stored?.account === deps.account ? stored : null;
      const created = await client.createList(name);
      if (!created.ok) {
        const { fate, error } = created.error;
        const found = fate === 'unknown' ? await findCreated(name, known?.value.lists ?? null) : null;
        await deps.changed();
        return found === null ? err(error) : ok(found);
      }
      if (known !== null)
        await storeLists({ ...known, value: { ...known.value, lists: [...known.value.lists, created.value] } });
      await deps.changed();
      return created;
    },
  };
}
