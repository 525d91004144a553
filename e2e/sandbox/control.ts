import type { FaultHandle } from './faults/book';
import type { FaultRule } from './faults/rule';
import type { SeenRequest } from './request-log';
import type { MessageTiming } from './state/messages';
import type { JsonRecord } from './wire/json';

/** What a test, a demo or a person can do to a sandbox from outside its API. */
export interface Control {
  /** The seeded workspace again; no faults, no requests, no violations, the documented rate limit, the clock's offset zero. */
  readonly reset: () => void;
  readonly requests: () => readonly SeenRequest[];
  readonly clearRequests: () => void;
  readonly fault: (rule: FaultRule) => FaultHandle;
  readonly clearFaults: () => void;
  /** Moves the clock by `ms`. */
  readonly advance: (ms: number) => void;
  /** A message fails with this reason: at its time while queued, else at once. False when there is no such message. */
  readonly failMessage: (uuid: string, reason: string) => boolean;
  /** Makes every message fail that is sent from now on; null delivers again. */
  readonly failNextMessages: (reason: string | null) => void;
  /** Requests per minute; null lifts the limit. */
  readonly setRateLimit: (perMinute: number | null) => void;
  /** When a queued message is in progress and done, ms after it was queued. */
  readonly setMessageTiming: (timing: MessageTiming) => void;
  /** The key answers 401 until `restoreKey` or `reset`. */
  readonly revokeKey: () => void;
  readonly restoreKey: () => void;
  /** What the contract does not allow and was seen. */
  readonly violations: () => readonly string[];
  /** Adds lists, for workspaces with thousands. */
  readonly seedLists: (count: number) => void;
  /** A message of the contact arrives, from the other side of LinkedIn. Returns its uuid, null for unknown people. */
  readonly receiveMessage: (message: { leadUuid: string; senderUuid: string; text: string }) => string | null;
  /** Somebody else (an automation) writes through the same sender; it is delivered at once. */
  readonly writeMessage: (message: { leadUuid: string; senderUuid: string; text: string }) => string | null;
  /**
   * The contact with this LinkedIn nickname as the API answers it, wrapped (`custom_fields` by name, `[]` when there are
   * none), plus `domain` and `tag_names`; null when there is none.
   */
  readonly contact: (nickname: string) => JsonRecord | null;
  /** All messages of a contact as they are kept, in no promised order. */
  readonly messages: (leadUuid: string) => readonly JsonRecord[];
}
