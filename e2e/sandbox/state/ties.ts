import type { TieRow } from './outreach-rows';

/** Which sender is connected with which contact. */
export interface Ties {
  readonly ofLead: (leadUuid: string) => ReadonlyMap<string, TieRow>;
  readonly set: (leadUuid: string, senderUuid: string, tie: TieRow) => void;
  /** Connected: accepted, and not lost after that (getsales-api.md 3.2). */
  readonly connected: (leadUuid: string, senderUuid: string) => boolean;
}

const NONE: ReadonlyMap<string, TieRow> = new Map();

export function createTies(): Ties {
  const byLead = new Map<string, Map<string, TieRow>>();
  return {
    ofLead: (leadUuid) => byLead.get(leadUuid) ?? NONE,
    set(leadUuid, senderUuid, tie) {
      const ties = byLead.get(leadUuid) ?? new Map<string, TieRow>();
      ties.set(senderUuid, tie);
      byLead.set(leadUuid, ties);
    },
    connected(leadUuid, senderUuid) {
      const tie = byLead.get(leadUuid)?.get(senderUuid);
      if (tie === undefined || tie.accepted === null) return false;
      return tie.lost === null || tie.lost < tie.accepted;
    },
  };
}
