import { importTexts } from '@/lib/i18n/languages';
import type { TextModule, Texts } from '@/lib/i18n/text';

/** The text modules of the open page: those of its first frame, then those of parts that were loaded later. */
const used = new Set<TextModule>();
let showTextsAgain: () => Promise<void> = () => Promise.resolve();

/** Registers the modules of the first frame, and how the page shows its texts again when a part adds more. */
export function startPageTexts(names: readonly TextModule[], showAgain: () => Promise<void>): void {
  for (const name of names) used.add(name);
  showTextsAgain = showAgain;
}

/** The texts of all modules that the page uses by now, in one language. */
export function importPageTexts(language: string): Promise<Texts> {
  return importTexts(language, [...used]);
}

/** Loads a part of a page together with its text modules, which first frames do without. */
export async function withTexts<T>(names: readonly TextModule[], part: Promise<T>): Promise<T> {
  for (const name of names) used.add(name);
  const [loaded] = await Promise.all([part, showTextsAgain()]);
  return loaded;
}
