import type { FaultHandle } from '../faults/script';
import type { FaultRule } from '../faults/rule';
import type { Quirks } from '../quirks/positions';
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

/** A tag that another user adds (by name), the list that they move the contact to, or the stage after the contact's. */
export type ContactChange = { readonly tag: string } | { readonly listUuid: string } | { readonly stage: 'next' };

/** What a test can read and change in one workspace, outside the API. */
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
  /** Changes the contact with this LinkedIn nickname as another user of the workspace does. Its uuid; null when there is none. */
  readonly changeContact: (nickname: string, change: ContactChange) => string | null;
  /** Another user adds the person to a list. Returns the contact's uuid; null when there is one with this nickname. */
  readonly addContact: (nickname: string, listUuid: string) => string | null;
  /** All messages of a contact as stored, in any order. */
  readonly messages: (leadUuid: string) => readonly JsonRecord[];
  /** Adds a message from the contact. Returns its uuid; null for an unknown contact or sender. */
  readonly receiveMessage: (message: NewText) => string | null;
  /** Adds a message that an automation sent through this sender; delivered at once. */
  readonly writeMessage: (message: NewText) => string | null;
  /** Makes a message fail with this reason: a queued one when its time comes, others at once. False for an unknown uuid. */
  readonly failMessage: (uuid: string, reason: string) => boolean;
  /** Makes every later message fail; null delivers again. */
  readonly failNextMessages: (reason: string | null) => void;
}

/**
 * What a test, a demo or a person can do to a sandbox outside the API. The methods about a workspace act on the first one,
 * `acme`; `workspace(name)` gives those of any workspace.
 */
export interface Control extends WorkspaceControl {
  readonly workspace: (name: WorkspaceName) => WorkspaceControl;
  /**
   * Back to the seeded workspaces: no faults, requests or violations, every key valid, the documented rate limit, every
   * switch as documented, and the clock without an offset.
   */
  readonly reset: () => void;
  /** All requests in order of arrival, also those without a known key. */
  readonly requests: () => readonly LoggedRequest[];
  readonly clearRequests: () => void;
  readonly fault: (rule: FaultRule) => FaultHandle;
  readonly clearFaults: () => void;
  /** The position of every switch. */
  readonly quirks: () => Readonly<Quirks>;
  /** Turns these switches; the others stay. A reset turns all back to what the references document. */
  readonly setQuirks: (changes: Readonly<Partial<Quirks>>) => void;
  /** Moves the clock by `ms`. */
  readonly advance: (ms: number) => void;
  /** Requests per minute, for each key by itself; null lifts the limit. */
  readonly setRateLimit: (perMinute: number | null) => void;
  /** When a queued message becomes `in_progress` and `done`, ms after it was queued. */
  readonly setMessageTiming: (timing: MessageTiming) => void;
  /** The key (default `main`) answers 401 until `restoreKey` or `reset`. */
  readonly revokeKey: (name?: KeyName) => void;
  readonly restoreKey: (name?: KeyName) => void;
  /** The violations of the contract so far. */
  readonly violations: () => readonly string[];
}
