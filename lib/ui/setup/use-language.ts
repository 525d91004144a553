import { languageName } from '@/lib/i18n/format';
import { LANGUAGES } from '@/lib/i18n/languages';
import { language } from '@/lib/settings/first-paint';
import { useSetting, type Setting } from '../worker/use-setting';

interface LanguageView {
  /** Those that have texts, each named in itself. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** Null follows the browser. */
  readonly chosen: Setting<string | null>;
}

/** The choice of language. lib/ui/page/mount.tsx shows it on every open page. */
export function useLanguage(): LanguageView {
  const chosen = useSetting(language);
  return { languages: LANGUAGES.map((tag) => ({ tag, name: languageName(tag) })), chosen };
}
