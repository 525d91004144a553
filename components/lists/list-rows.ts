import type { ContactList } from '@/lib/domain/contact';
import type { ListId } from '@/lib/domain/ids';

/** Lists prepared for searching: sorted by name, each with its searchable text. */
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

/** A row of the picker; `index` is the position among the choices. */
export type ListRow =
  | { readonly kind: 'heading'; readonly group: 'recent' | 'all' }
  | { readonly kind: 'choice'; readonly choice: ListChoice; readonly index: number };

interface ListRows {
  readonly rows: readonly ListRow[];
  readonly choices: readonly ListChoice[];
}

/** The maximum of our protocol; GetSales has none. */
export const LIST_NAME_MAX_LENGTH = 200;

/** Builds the index: some tens of milliseconds for 10,000 lists. */
export function indexLists(lists: readonly ContactList[], collator: Intl.Collator): ListIndex {
  const entries = lists
    .map((list) => ({ list, folded: fold(list.name) }))
    .sort((a, b) => collator.compare(a.list.name, b.list.name));
  return { entries, byId: new Map(entries.map((entry) => [entry.list.id, entry])) };
}

/**
 * Rows that match the typed text: recently used lists, then all by name, names that start with the text first; last, creating a
 * list of that name unless it exists. An empty text matches all.
 *
 * @param mayCreate false while it is unknown whether a list of that name exists
 */
export function listRows(index: ListIndex, recentIds: readonly string[], typed: string, mayCreate = true): ListRows {
  const wanted = fold(typed);
  const words = wanted.split(' ').filter((word) => word !== '');
  const matches = (entry: IndexEntry): boolean => words.every((word) => entry.folded.includes(word));

  const recent = recentEntries(index, recentIds).filter(matches);
  const shown = new Set(recent);
  const rest = index.entries.filter((entry) => !shown.has(entry) && matches(entry));
  const all = words.length === 0 ? rest : prefixMatchesFirst(rest, wanted);

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
  const name = mayCreate ? newListName(index, typed) : null;
  if (name !== null) push({ kind: 'create', name });
  return { rows, choices };
}

/** The preselected list: the last used one that still exists, else the default, else the only one. */
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

function prefixMatchesFirst(entries: readonly IndexEntry[], wanted: string): readonly IndexEntry[] {
  const prefixMatches = entries.filter((entry) => entry.folded.startsWith(wanted));
  return [...prefixMatches, ...entries.filter((entry) => !entry.folded.startsWith(wanted))];
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
