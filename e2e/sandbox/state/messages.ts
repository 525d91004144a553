import { wireTime } from '../wire/values';
import type { MessageRow } from './outreach-rows';

/** When a queued message becomes `in_progress`, and `done` or `failed`, in ms after it was queued. */
export interface MessageTiming {
  inProgressMs: number;
  doneMs: number;
}

export const USUAL_TIMING: Readonly<MessageTiming> = { inProgressMs: 1_500, doneMs: 3_000 };

/**
 * Messages, indexed by contact. A queued message moves `new -> in_progress -> done | failed` with the clock, computed on
 * every access.
 */
export interface MessageStore {
  readonly all: () => readonly MessageRow[];
  readonly ofLead: (leadUuid: string) => readonly MessageRow[];
  readonly get: (uuid: string) => MessageRow | undefined;
  readonly add: (row: MessageRow) => void;
  /** Rows of one contact that are generated on first access, because most tests never read the long threads. */
  readonly defer: (leadUuid: string, make: () => readonly MessageRow[]) => void;
  readonly remove: (uuid: string) => boolean;
  /** Queues a row now. With `failReason` null it will be delivered. */
  readonly queue: (row: MessageRow, failReason: string | null) => void;
  /** Makes a message fail: a queued one when its time comes, others at once. False for an unknown uuid. */
  readonly fail: (uuid: string, reason: string) => boolean;
  /** Every message queued from now on fails with this reason; null delivers again. */
  readonly failNext: (reason: string | null) => void;
}

interface Delivery {
  readonly queuedAt: number;
  failReason: string | null;
}

export function createMessageStore(now: () => number, timing: MessageTiming): MessageStore {
  const byUuid = new Map<string, MessageRow>();
  const byLead = new Map<string, MessageRow[]>();
  const deliveries = new Map<string, Delivery>();
  const deferred = new Map<string, () => readonly MessageRow[]>();
  let nextReason: string | null = null;

  const insert = (row: MessageRow): void => {
    byUuid.set(row.uuid, row);
    const rows = byLead.get(row.lead_uuid);
    if (rows === undefined) byLead.set(row.lead_uuid, [row]);
    else rows.push(row);
  };
  const fill = (leadUuid: string): void => {
    const make = deferred.get(leadUuid);
    if (make === undefined) return;
    deferred.delete(leadUuid);
    for (const row of make()) insert(row);
  };
  const fillAll = (): void => {
    for (const leadUuid of [...deferred.keys()]) fill(leadUuid);
  };
  const find = (uuid: string): MessageRow | undefined => {
    if (!byUuid.has(uuid)) fillAll();
    return byUuid.get(uuid);
  };

  const settle = (): void => {
    for (const [uuid, delivery] of deliveries) {
      const row = byUuid.get(uuid);
      const age = now() - delivery.queuedAt;
      if (row === undefined || age < timing.inProgressMs) continue;
      if (age < timing.doneMs) {
        row.status = 'in_progress';
        row.updated_at = wireTime(delivery.queuedAt + timing.inProgressMs);
        continue;
      }
      complete(row, delivery.failReason, wireTime(delivery.queuedAt + timing.doneMs));
      deliveries.delete(uuid);
    }
  };

  return {
    all() {
      fillAll();
      settle();
      return [...byUuid.values()];
    },
    ofLead(leadUuid) {
      fill(leadUuid);
      settle();
      return byLead.get(leadUuid) ?? [];
    },
    get(uuid) {
      settle();
      return find(uuid);
    },
    add(row) {
      fill(row.lead_uuid);
      insert(row);
    },
    defer: (leadUuid, make) => void deferred.set(leadUuid, make),
    remove(uuid) {
      const row = find(uuid);
      if (row === undefined) return false;
      byUuid.delete(uuid);
      deliveries.delete(uuid);
      byLead.set(
        row.lead_uuid,
        (byLead.get(row.lead_uuid) ?? []).filter((other) => other.uuid !== uuid),
      );
      return true;
    },
    queue(row, failReason) {
      row.status = 'new';
      row.fail_reason = null;
      row.sent_at = null;
      row.updated_at = wireTime(now());
      deliveries.set(row.uuid, { queuedAt: now(), failReason: failReason ?? nextReason });
    },
    fail(uuid, reason) {
      settle();
      const row = find(uuid);
      if (row === undefined) return false;
      const delivery = deliveries.get(uuid);
      if (delivery === undefined) complete(row, reason, wireTime(now()));
      else delivery.failReason = reason;
      return true;
    },
    failNext(reason) {
      nextReason = reason;
    },
  };
}

function complete(row: MessageRow, failReason: string | null, time: string): void {
  row.status = failReason === null ? 'done' : 'failed';
  row.fail_reason = failReason;
  row.sent_at = failReason === null ? time : null;
  row.updated_at = time;
}
