import type { ContactList } from '@/lib/domain/contact';
import type { ListId } from '@/lib/domain/ids';

/** Lists prepared for searching: sorted by name once, with what is compared beside each. */
export interface ListIndex {
  readonly entries: readonly IndexEntry[];
  readonly byId: ReadonlyMap<ListId, IndexEntry>;
}

interface IndexEntry {
  readonly list: ContactList;
  readonly folded: string;
}

/** What can be chosen in the picker. */
export type ListChoice =
  { readonly kind: 'list'; readonly list: ContactList } | { readonly kind: 'create'; readonly name: string };

/** What the picker shows from top to bottom; `index` is the position among the choices. */
export type ListRow =
  | { readonly kind: 'heading'; readonly group: 'recent' | 'all' }
  | { readonly kind: 'choice'; readonly choice: ListChoice; readonly index: number };

export interface ListRows {
  readonly rows: readonly ListRow[];
  readonly choices: readonly ListChoice[];
}

/** GetSales takes any name; ours stays inside the protocol's limit. */
export const LIST_NAME_MAX_LENGTH = 200;

/** Builds the index. 10,000 lists take some tens of milliseconds, once per change of the lists. */
export function indexLists(lists: readonly ContactList[], collator: Intl.Collator): ListIndex {
  const entries = lists
    .map((list) => ({ list, folded: fold(list.name) }))
    .sort((a, b) => collator.compare(a.list.name, b.list.name));
  return { entries, byId: new Map(entries.map((entry) => [entry.list.id, entry])) };
}

/**
 * Rows for what was typed: lists used lately first, then all by name; names that begin with it before names that only
 * contain it; last, creating a list of that name unless it exists. An empty filter shows everything.
 */
export function listRows(index: ListIndex, recentIds: readonly string[], typed: string): ListRows {
  const wanted = fold(typed);
  const words = wanted.split(' ').filter((word) => word !== '');
  const matches = (entry: IndexEntry): boolean => words.every((word) => entry.folded.includes(word));

  const recent = recentEntries(index, recentIds).filter(matches);
  const shown = new Set(recent);
  const rest = index.entries.filter((entry) => !shown.has(entry) && matches(entry));
  const all = words.length === 0 ? rest : beginningFirst(rest, wanted);

  const rows: ListRow[] = [];
  const choices: ListChoice[] = [];
  const push = (choice: ListChoice): void => {
    rows.push({ kind: 'choice', choice, index: choices.length });
    choices.push(choice);
  };
  if (recent.length > 0) rows.push({ kind: 'heading', group: 'recent' });
  for (const { list } of recent) push({ kind: 'list', list });
  if (recent.length > 0 && all.length > 0) rows.push({ kind: 'heading', group: 'all' });
  for (const { list } of all) push({ kind: 'list', list });
  const name = newListName(index, typed);
  if (name !== null) push({ kind: 'create', name });
  return { rows, choices };
}

/** The list that is chosen before the user chooses: the last used one that still exists, else the default, else the only one. */
export function preselected(
  index: ListIndex,
  recentIds: readonly string[],
  defaultId: string | null,
): ContactList | null {
  const candidates = defaultId === null ? recentIds : [...recentIds, defaultId];
  const only = index.entries.length === 1 ? index.entries[0] : undefined;
  return (recentEntries(index, candidates)[0] ?? only)?.list ?? null;
}

/** The list used last that still exists. */
export function lastUsed(index: ListIndex, recentIds: readonly string[]): ContactList | null {
  return recentEntries(index, recentIds)[0]?.list ?? null;
}

function recentEntries(index: ListIndex, ids: readonly string[]): readonly IndexEntry[] {
  const byId: ReadonlyMap<string, IndexEntry> = index.byId;
  return [...new Set(ids)].map((id) => byId.get(id)).filter((entry) => entry !== undefined);
}

function beginningFirst(entries: readonly IndexEntry[], wanted: string): readonly IndexEntry[] {
  const begins = entries.filter((entry) => entry.folded.startsWith(wanted));
  return [...begins, ...entries.filter((entry) => !entry.folded.startsWith(wanted))];
}

function newListName(index: ListIndex, typed: string): string | null {
  const name = typed.trim().replace(/\s+/gu, ' ').slice(0, LIST_NAME_MAX_LENGTH);
  const same = name.toLowerCase();
  return name === '' || index.entries.some(({ list }) => list.name.toLowerCase() === same) ? null : name;
}

/** Lower case, without accents, single spaces: "Équipe  Züri" is found by "equipe zuri". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
