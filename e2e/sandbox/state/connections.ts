import type { ConnectionRow } from './outreach-rows';

/** Which sender is connected with which contact. */
export interface Connections {
  readonly ofLead: (leadUuid: string) => ReadonlyMap<string, ConnectionRow>;
  readonly set: (leadUuid: string, senderUuid: string, connection: ConnectionRow) => void;
  /** Connected: accepted, and not lost after that (docs/getsales-api.md#lookup). */
  readonly connected: (leadUuid: string, senderUuid: string) => boolean;
}

const NONE: ReadonlyMap<string, ConnectionRow> = new Map();

export function createConnections(): Connections {
  const byLead = new Map<string, Map<string, ConnectionRow>>();
  return {
    ofLead: (leadUuid) => byLead.get(leadUuid) ?? NONE,
    set(leadUuid, senderUuid, connection) {
      const connections = byLead.get(leadUuid) ?? new Map<string, ConnectionRow>();
      connections.set(senderUuid, connection);
      byLead.set(leadUuid, connections);
    },
    connected(leadUuid, senderUuid) {
      const connection = byLead.get(leadUuid)?.get(senderUuid);
      if (connection === undefined || connection.accepted === null) return false;
      return connection.lost === null || connection.lost < connection.accepted;
    },
  };
}
