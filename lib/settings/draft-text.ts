/** How many unsent texts are kept; the oldest go first. */
export const DRAFTS_KEPT = 200;

type Drafts = Readonly<Record<string, string>>;

/** The key of a draft: it belongs to one contact and one sender and never moves to another. */
export function draftKey(contactId: string, senderId: string): string {
  return `${contactId}|${senderId}`;
}

/** The drafts with this one set as the newest, or removed when the text is empty. */
export function withDraft(drafts: Drafts, key: string, text: string): Drafts {
  const others = Object.entries(drafts).filter(([known]) => known !== key);
  const all = text === '' ? others : [...others, [key, text] as const];
  return Object.fromEntries(all.slice(-DRAFTS_KEPT));
}
