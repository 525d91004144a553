/** How many unsent texts are kept, and how many characters in all; the oldest go first. */
export const DRAFTS_KEPT = 200;
export const DRAFT_CHARACTERS_KEPT = 500_000;

export type DraftTexts = Readonly<Record<string, string>>;

/** The newest drafts within both bounds. The very newest one stays whatever its length. */
export function newestDrafts(drafts: DraftTexts): DraftTexts {
  const kept: [string, string][] = [];
  let characters = 0;
  for (const [key, text] of Object.entries(drafts).reverse().slice(0, DRAFTS_KEPT)) {
    characters += text.length;
    if (characters > DRAFT_CHARACTERS_KEPT && kept.length > 0) break;
    kept.push([key, text]);
  }
  return Object.fromEntries(kept.reverse());
}
