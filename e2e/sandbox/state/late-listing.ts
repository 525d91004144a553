/** Sent messages that the first listings leave out. */
export interface LateListing {
  readonly delay: (uuid: string) => void;
  /** Counts this listing, and leaves out the messages that it is too early for. */
  readonly list: <T extends { readonly uuid: string }>(rows: readonly T[]) => readonly T[];
}

const EARLY_LISTINGS = 3;

export function createLateListing(): LateListing {
  const left = new Map<string, number>();
  return {
    delay: (uuid) => void left.set(uuid, EARLY_LISTINGS),
    list: (rows) =>
      rows.filter(({ uuid }) => {
        const listings = left.get(uuid) ?? 0;
        if (listings > 0) left.set(uuid, listings - 1);
        return listings === 0;
      }),
  };
}
