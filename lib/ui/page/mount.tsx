import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { browserLanguages } from '@/lib/browser/languages';
import { directionOf, importTexts, languageFor, localeFor } from '@/lib/i18n/languages';
import { showTexts, t, type TextKey, type TextModule } from '@/lib/i18n/text';
import { language as chosenLanguage } from '@/lib/settings/first-paint';
import { WorkerProvider } from '@/lib/ui/worker/worker-query';

interface Page {
  /** The text modules that its screens use. */
  readonly texts: readonly TextModule[];
  readonly title: Extract<TextKey, 'app.name' | 'app.optionsTitle'>;
  readonly screen: () => ReactNode;
}

/**
 * Puts a screen into the page's `#root` as soon as its texts are there; until then the page's HTML shows the frame.
 * Another choice of language renders the same tree again: focus, open forms and drafts stay.
 */
export function mount({ texts, title, screen }: Page): void {
  const container = document.getElementById('root');
  if (container === null) throw new TypeError('#root is missing in index.html');
  const root = createRoot(container);
  const preferred = browserLanguages();
  let latest = 0;

  const show = async (chosen: string | null): Promise<void> => {
    latest += 1;
    const mine = latest;
    const language = languageFor(chosen, preferred);
    const imported = await importTexts(language, texts);
    if (mine !== latest) return;
    showTexts(language, localeFor(language, preferred), imported);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = t(title);
    flushSync(() => {
      root.render(
        <StrictMode>
          <WorkerProvider>{screen()}</WorkerProvider>
        </StrictMode>,
      );
    });
  };

  // Most people never choose: their texts load while the choice is read.
  void importTexts(languageFor(null, preferred), texts);
  chosenLanguage.watch((chosen) => void show(chosen));
  void chosenLanguage.getValue().then(show, () => show(null));
}
