/**
 * What the sources about GetSales contradict each other on, or what only some clients have seen (docs/getsales-api.md#quirks).
 * Each is a switch. Its first position is what the references document; a sandbox starts with these.
 */
export const POSITIONS = {
  /** The record in the answer of an upsert, a create and a send. `acknowledged`: 204, or `{"success": true}` for a send. */
  writeAnswers: ['flat', 'wrapped', 'in-data', 'listed', 'acknowledged'],
  /** A contact or company that is looked up, read or searched. Flat contacts have no markers. */
  readAnswers: ['wrapped', 'flat'],
  /** A message to a contact that is not connected with the sender. */
  unconnected: ['fails-later', 'not-found'],
  /** Whether pages may end after row 10,000; else 500. */
  window: ['unlimited', 'ten-thousand'],
  pageSize: ['at-most-100', 'as-asked', 'at-most-10'],
  /** Words that the references do not list: ignored, or 422. */
  words: ['lenient', 'strict'],
  /** The seeded contacts; changing it seeds the workspaces again. */
  contacts: ['on-lists', 'on-no-list'],
  /** The header `Team-ID`. Only the list of teams is readable without it. Wordless: without a body. */
  teamId: ['optional', 'demanded-400', 'demanded-400-wordless', 'demanded-422', 'demanded-422-wordless'],
  /** Late: a sent message is listed only from the fourth listing on. */
  listing: ['at-once', 'late'],
  errors: ['json', 'html'],
  /** A lookup without a match. */
  noMatch: ['not-found', 'refused'],
  /** An upsert that would change nothing about an existing contact: 200, or 422. */
  existing: ['answered', 'refused'],
  /** The form of the filter of stages; with the other one, the list is empty. */
  stageFilter: ['either', 'brackets', 'json'],
  /** The spellings of the Quick Start: `order-field`, `order-type`, a JSON `filter`, `POST /flows/api/messages`. */
  quickStart: ['answered', 'ignored'],
  /** `filter[q]` on messages: 500, or a search of their texts. */
  messageSearch: ['unknown', 'answered'],
  /** `custom_fields` when a contact is updated. */
  updates: ['with-custom-fields', 'without-custom-fields'],
  /** Former: no `lookup-one` and no `upsert`. */
  routes: ['current', 'former'],
  /** Whether the key may read its user. */
  identity: ['readable', 'forbidden'],
  times: ['iso', 'utc-text', 'epoch-seconds'],
  contentType: ['json', 'text', 'none'],
} as const;

export type QuirkName = keyof typeof POSITIONS;

/** The position of every switch. */
export type Quirks = { -readonly [Name in QuirkName]: (typeof POSITIONS)[Name][number] };

/** Every switch in its first position. */
export const DOCUMENTED: Readonly<Quirks> = {
  writeAnswers: 'flat',
  readAnswers: 'wrapped',
  unconnected: 'fails-later',
  window: 'unlimited',
  pageSize: 'at-most-100',
  words: 'lenient',
  contacts: 'on-lists',
  teamId: 'optional',
  listing: 'at-once',
  errors: 'json',
  noMatch: 'not-found',
  existing: 'answered',
  stageFilter: 'either',
  quickStart: 'answered',
  messageSearch: 'unknown',
  updates: 'with-custom-fields',
  routes: 'current',
  identity: 'readable',
  times: 'iso',
  contentType: 'json',
};

/** Every other setting of the sandbox that differs from the documented one by one switch. */
export const DEVIATIONS: readonly Readonly<Partial<Quirks>>[] = Object.entries(POSITIONS).flatMap(
  ([name, [, ...others]]) => others.map((position) => ({ [name]: position })),
);
