/** A field that GetSales or Shortlist refused, with GetSales' message if it gave one. */
export interface FieldProblem {
  /** Wire name, for example `list_uuid`; empty when the refusal names no field. */
  readonly field: string;
  readonly message: string;
}

export type MissingThing = 'contact' | 'list' | 'sender' | 'message' | 'entry' | 'record';
export type StorageTrouble = 'quota' | 'blocked' | 'missing' | 'newer' | 'unknown';

/**
 * Every error, as data. A closed union: an exhaustive switch maps each code to its text in the locales. Never carries a key,
 * a message text or a person.
 */
export type AppError =
  /** No key is stored. */
  | { readonly code: 'not-connected' }
  /** What was pasted cannot be a GetSales key (not three dot-separated parts with a JSON payload). */
  | { readonly code: 'key-malformed' }
  /** The key's `exp` claim is in the past. */
  | { readonly code: 'key-expired' }
  /** GetSales answered 401. */
  | { readonly code: 'key-rejected' }
  /** The action began under a key that was replaced or erased since; it does not continue under another key. */
  | { readonly code: 'key-replaced' }
  /** The stored key can no longer be decrypted (device key gone), or the browser deleted it. */
  | { readonly code: 'key-unreadable' }
  /** The browser reports that it is offline. Nothing was sent. */
  | { readonly code: 'offline' }
  /** No answer: DNS, TLS, reset, redirect or time-out. */
  | { readonly code: 'unreachable'; readonly why: 'network' | 'timeout' }
  /** Nothing was sent: the browser gave no connection of its own, and on a shared one it might repeat the request. */
  | { readonly code: 'may-repeat' }
  /** 429; wait at least this long. */
  | { readonly code: 'rate-limited'; readonly retryAfterMs: number }
  /** 403: the key may not do this (`api`), or a firewall answered in HTML (`gateway`). */
  | { readonly code: 'forbidden'; readonly by: 'api' | 'gateway' }
  /** 402. */
  | { readonly code: 'payment-required' }
  /** 404 on an object that should exist. */
  | { readonly code: 'not-found'; readonly what: MissingThing }
  /** 400, 411, 413, 415 or 422: GetSales read the request and refused it. */
  | { readonly code: 'refused'; readonly status: number; readonly problems: readonly FieldProblem[] }
  /** 5xx. */
  | { readonly code: 'server-trouble'; readonly status: number }
  /** A 2xx that is not the documented JSON: HTML, cut off, empty, wrong shape, too large. */
  | { readonly code: 'unreadable-answer'; readonly status: number }
  /** A message was sent but its outcome is unknown; only the user may resend it. */
  | { readonly code: 'unconfirmed'; readonly entryId: string }
  /** The same entry was already sent; nothing was sent again. */
  | { readonly code: 'duplicate-entry'; readonly entryId: string }
  /** What happened is impossible in the entry's state: it has ended or changed in between. Nothing was changed. */
  | { readonly code: 'wrong-state'; readonly state: string }
  /** Another window is sending to the same person as the same sender. */
  | { readonly code: 'busy' }
  /** A message was queued too long to be sent automatically. Nothing was sent. */
  | { readonly code: 'expired' }
  /** The message to cancel was already sent, or the entry to remove is in progress. */
  | { readonly code: 'too-late' }
  /** Undo is no longer safe: the contact is not provably ours and untouched. */
  | { readonly code: 'undo-unsafe' }
  /** The outbox, the vault or the settings cannot be read or written. */
  | { readonly code: 'storage-unavailable'; readonly trouble: StorageTrouble }
  /** GetSales answered a lookup with another contact. */
  | { readonly code: 'contact-mismatch' }
  /** The tab shows another person by now. */
  | { readonly code: 'person-changed' }
  /** The tab's address is not readable until the user clicks the icon there or grants LinkedIn. */
  | { readonly code: 'tab-not-shared' }
  /** The page could not be read (closed, crashed, navigated, blocked by the browser). */
  | { readonly code: 'page-unreadable' }
  /** The input does not fit the protocol's schema: a bug in one of our pages, or an attacker. */
  | { readonly code: 'bad-request' }
  /** The caller aborted. */
  | { readonly code: 'cancelled' }
  /** A bug. The reference appears in the worker's log, without any personal data. */
  | { readonly code: 'unexpected'; readonly reference: string };

const TROUBLES: ReadonlyMap<string, StorageTrouble> = new Map([
  ['QuotaExceededError', 'quota'],
  ['VersionError', 'newer'],
  ['NotFoundError', 'missing'],
  ['TimeoutError', 'blocked'],
]);

/**
 * Turns what IndexedDB or the extension's storage threw into an error. IndexedDB's errors are recognised by name; the
 * extension's storage names none, so its quota is recognised by the word in the message (docs/browser-facts.md#storage-quota).
 */
export function troubleOf(thrown: unknown): AppError {
  return { code: 'storage-unavailable', trouble: thrown instanceof Error ? troubleNamedBy(thrown) : 'unknown' };
}

function troubleNamedBy({ name, message }: Error): StorageTrouble {
  return TROUBLES.get(name) ?? (/quota/iu.test(message) ? 'quota' : 'unknown');
}
