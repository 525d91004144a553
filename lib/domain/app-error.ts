/** One field that GetSales (or we) refused, with GetSales' own words where it gave some. */
export interface FieldProblem {
  /** Wire name, for example `list_uuid`; empty when the refusal names no field. */
  readonly field: string;
  readonly message: string;
}

export type MissingThing = 'contact' | 'list' | 'sender' | 'message' | 'intent' | 'record';
export type StorageTrouble = 'quota' | 'blocked' | 'missing' | 'newer' | 'unknown';

/**
 * Everything that can go wrong, as data. A closed union: the words for each code live in the locales, chosen by an
 * exhaustive switch. Never carries a key, a message text or a person.
 */
export type AppError =
  /** No key is stored. */
  | { readonly code: 'not-connected' }
  /** What was pasted cannot be a GetSales key (not three dot-separated parts with a JSON payload). */
  | { readonly code: 'key-malformed' }
  /** The key's own `exp` claim lies in the past. */
  | { readonly code: 'key-expired' }
  /** GetSales answered 401. */
  | { readonly code: 'key-rejected' }
  /** This was begun under a key that has been replaced or erased since; it does not continue under another one. */
  | { readonly code: 'key-replaced' }
  /** The stored key can no longer be decrypted (device key gone). */
  | { readonly code: 'key-unreadable' }
  /** The browser says that it is offline. Nothing left. */
  | { readonly code: 'offline' }
  /** No answer: DNS, TLS, reset, redirect or time-out. */
  | { readonly code: 'unreachable'; readonly why: 'network' | 'timeout' }
  /** Nothing left: the browser gave no connection over which the request cannot be repeated unseen. */
  | { readonly code: 'may-repeat' }
  /** 429; wait at least this long. */
  | { readonly code: 'rate-limited'; readonly retryAfterMs: number }
  /** 403: the key may not do this (`api`), or a firewall answered in HTML (`gateway`). */
  | { readonly code: 'forbidden'; readonly by: 'api' | 'gateway' }
  /** 402. */
  | { readonly code: 'payment-required' }
  /** 404 on an object that should exist. */
  | { readonly code: 'not-found'; readonly what: MissingThing }
  /** 400, 411, 413, 415 or 422: GetSales read the request and said no. */
  | { readonly code: 'refused'; readonly status: number; readonly problems: readonly FieldProblem[] }
  /** 5xx. */
  | { readonly code: 'server-trouble'; readonly status: number }
  /** A 2xx that is not the documented JSON: HTML, cut off, empty, wrong shape, too large. */
  | { readonly code: 'unreadable-answer'; readonly status: number }
  /** A message left this browser but its fate is unknown; only a human may resend. */
  | { readonly code: 'unconfirmed'; readonly entryId: string }
  /** The same entry was already dispatched; nothing was sent again. */
  | { readonly code: 'duplicate-intent'; readonly entryId: string }
  /** Another window is sending to the same person as the same sender. */
  | { readonly code: 'busy' }
  /** A message waited too long to leave by itself. Nothing left. */
  | { readonly code: 'expired' }
  /** A message had left already when it was to be taken back, or an act is under way and cannot be removed. */
  | { readonly code: 'too-late' }
  /** Undo is no longer safe: the contact is not provably ours and untouched. */
  | { readonly code: 'undo-unsafe' }
  /** The outbox, the vault or the settings cannot be read or written. */
  | { readonly code: 'storage-unavailable'; readonly trouble: StorageTrouble }
  /** GetSales answered a look-up with another contact than the person who was asked for. */
  | { readonly code: 'contact-mismatch' }
  /** The tab shows another person than the one that was being acted on. */
  | { readonly code: 'person-changed' }
  /** The tab's address is not readable until the user clicks the icon there or grants LinkedIn. */
  | { readonly code: 'tab-not-shared' }
  /** The page could not be read (closed, crashed, navigated, blocked by the browser). */
  | { readonly code: 'page-unreadable' }
  /** The input failed the protocol's own schema: a bug in a page of ours, or a stranger. */
  | { readonly code: 'bad-request' }
  /** The caller gave up. */
  | { readonly code: 'cancelled' }
  /** A bug. The reference appears in the worker's log, without any personal data. */
  | { readonly code: 'unexpected'; readonly reference: string };
