import type { ContactList } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import type { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { SettingItem } from '@/lib/settings/declare';
import type { Remembered } from '@/lib/settings/worker-items';

/** How long lists, senders and stages are believed without asking again (getsales-api.md 7.4). */
export const CATALOG_TTL_MS = 600_000;

export interface Catalog {
  lists(fresh: boolean): Promise<Result<Remembered<readonly ContactList[]>>>;
  senders(fresh: boolean): Promise<Result<Remembered<readonly Sender[]>>>;
  stageNames(): Promise<Result<ReadonlyMap<string, string>>>;
  /** Null when the workspace has no such list. */
  listName(id: ListId): Promise<Result<string | null>>;
  createList(name: string): Promise<Result<ContactList>>;
}

export interface CatalogDeps {
  readonly client: GetSalesClient;
  readonly now: () => number;
  readonly cachedLists: SettingItem<Remembered<readonly ContactList[]> | null>;
  readonly cachedSenders: SettingItem<Remembered<readonly Sender[]> | null>;
  readonly cachedStages: SettingItem<Remembered<readonly (readonly [string, string])[]> | null>;
  readonly knownLists: SettingItem<readonly { readonly id: string; readonly name: string }[]>;
  readonly changed: () => Promise<void>;
}

/** What hardly ever changes in a workspace, remembered for ten minutes. */
export function createCatalog(deps: CatalogDeps): Catalog {
  const { client, now } = deps;

  async function remember<T>(
    item: SettingItem<Remembered<T> | null>,
    fresh: boolean,
    ask: () => Promise<Result<T>>,
  ): Promise<Result<Remembered<T>>> {
    const known = await item.getValue();
    if (!fresh && known !== null && now() - Date.parse(known.asOf) < CATALOG_TTL_MS) return ok(known);
    const asked = await ask();
    if (!asked.ok) return asked;
    const answer = { value: asked.value, asOf: new Date(now()).toISOString() };
    await item.setValue(answer);
    return ok(answer);
  }

  const lists: Catalog['lists'] = async (fresh) => {
    const answer = await remember(deps.cachedLists, fresh, () => client.lists());
    if (answer.ok) await deps.knownLists.setValue(answer.value.value);
    return answer;
  };

  return {
    lists,
    senders: (fresh) => remember(deps.cachedSenders, fresh, () => client.senders()),
    stageNames: async () => {
      const answer = await remember(deps.cachedStages, false, async () => {
        const asked = await client.stages();
        return asked.ok ? ok([...asked.value]) : asked;
      });
      return answer.ok ? ok(new Map(answer.value.value)) : answer;
    },
    listName: async (id) => {
      const nameIn = (all: readonly ContactList[]): string | null => all.find((list) => list.id === id)?.name ?? null;
      const known = await lists(false);
      if (!known.ok) return known;
      const name = nameIn(known.value.value);
      if (name !== null) return ok(name);
      const asked = await lists(true);
      return asked.ok ? ok(nameIn(asked.value.value)) : asked;
    },
    createList: async (name) => {
      const created = await client.createList(name);
      if (!created.ok) {
        // It may exist now; the next look at the lists must ask GetSales, not the cache.
        await deps.cachedLists.remove();
        return err(created.error.error);
      }
      const known = await deps.cachedLists.getValue();
      if (known !== null) {
        const value = [...known.value, created.value];
        await deps.cachedLists.setValue({ ...known, value });
        await deps.knownLists.setValue(value);
      }
      await deps.changed();
      return created;
    },
  };
}
