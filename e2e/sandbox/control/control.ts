import type { FaultHandle } from '../faults/script';
import type { FaultRule } from '../faults/rule';
import type { KeyName } from '../access/keys';
import type { LoggedRequest } from '../network/request-log';
import type { MessageTiming } from '../state/messages';
import type { SenderRow } from '../state/outreach-rows';
import type { ListRow } from '../state/rows';
import type { WorkspaceName } from '../state/team';
import type { JsonRecord } from '../wire/values';

interface NewText {
  readonly leadUuid: string;
  readonly senderUuid: string;
  readonly text: string;
}

/** What a test can see and do in one workspace from outside its API. */
export interface WorkspaceControl {
  /** All lists, oldest first. */
  readonly lists: () => readonly ListRow[];
  /** Adds lists, for workspaces with thousands. */
  readonly seedLists: (count: number) => void;
  /** All sender profiles. */
  readonly senders: () => readonly SenderRow[];
  readonly contactCount: () => number;
  /**
   * The contact with this LinkedIn nickname as the API answers it, wrapped (`custom_fields` by name, `[]` when there are
   * none), plus `domain` and `tag_names`; null when there is none.
   */
  readonly contact: (nickname: string) => JsonRecord | null;
  /** All messages of a contact as they are kept, in no promised order. */
  readonly messages: (leadUuid: string) => readonly JsonRecord[];
  /** A message of the contact arrives, from the other side of LinkedIn. Returns its uuid, null for unknown people. */
  readonly receiveMessage: (message: NewText) => string | null;
  /** Somebody else (an automation) writes through the same sender; it is delivered at once. */
  readonly writeMessage: (message: NewText) => string | null;
  /** A message fails with this reason: at its time while queued, else at once. False when there is no such message. */
  readonly failMessage: (uuid: string, reason: string) => boolean;
  /** Makes every message fail that is sent from now on; null delivers again. */
  readonly failNextMessages: (reason: string | null) => void;
}

/**
 * What a test, a demo or a person can do to a sandbox from outside its API. The methods about a workspace are those of the
 * first one, `acme`; `workspace(name)` has them for any.
 */
export interface Control extends WorkspaceControl {
  readonly workspace: (name: WorkspaceName) => WorkspaceControl;
  /**
   * The seeded workspaces again; no faults, no requests, no violations, every key valid, the documented rate limit, the
   * clock's offset zero.
   */
  readonly reset: () => void;
  /** Requests to every workspace, and those without a known key, in order of arrival. */
  readonly requests: () => readonly LoggedRequest[];
  readonly clearRequests: () => void;
  readonly fault: (rule: FaultRule) => FaultHandle;
  readonly clearFaults: () => void;
  /** Moves the clock by `ms`. */
  readonly advance: (ms: number) => void;
  /** Requests per minute, for each key by itself; null lifts the limit. */
  readonly setRateLimit: (perMinute: number | null) => void;
  /** When a queued message is in progress and done, ms after it was queued. */
  readonly setMessageTiming: (timing: MessageTiming) => void;
  /** The key (default `main`) answers 401 until `restoreKey` or `reset`. */
  readonly revokeKey: (name?: KeyName) => void;
  readonly restoreKey: (name?: KeyName) => void;
  /** What the contract does not allow and was seen. */
  readonly violations: () => readonly string[];
}
