/** Rows by uuid, in order of insertion. */
export interface Table<T extends { readonly uuid: string }> {
  readonly all: () => readonly T[];
  readonly get: (uuid: string) => T | undefined;
  readonly add: (row: T) => T;
  readonly remove: (uuid: string) => boolean;
}

export function createTable<T extends { readonly uuid: string }>(): Table<T> {
  const rows = new Map<string, T>();
  return {
    all: () => [...rows.values()],
    get: (uuid) => rows.get(uuid),
    add(row) {
      rows.set(row.uuid, row);
      return row;
    },
    remove: (uuid) => rows.delete(uuid),
  };
}
