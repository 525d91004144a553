import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { browserLanguages } from '@/lib/browser/languages';
import { directionOf, languageFor, localeFor } from '@/lib/i18n/languages';
import { showTexts, t, type TextKey, type TextModule } from '@/lib/i18n/text';
import { language as chosenLanguage } from '@/lib/settings/first-paint';
import { WorkerProvider } from '@/lib/ui/worker/worker-query';
import { followItem } from '@/lib/ui/worker/use-setting';
import { importPageTexts, startPageTexts } from './page-texts';

interface Page {
  /** The text modules of its first frame; parts that load later bring their own (`withTexts`). */
  readonly texts: readonly TextModule[];
  readonly title: Extract<TextKey, 'app.name' | 'app.optionsTitle'>;
  readonly screen: () => ReactNode;
  /** Shown instead when the texts of the first frame cannot be loaded. */
  readonly notLoaded: () => ReactNode;
  /** What is rarely shown, so it is loaded after the first frame; the page works without it. */
  readonly later: () => Promise<{ readonly show: () => Promise<void> }>;
}

/**
 * Puts a screen into the page's `#root` as soon as its texts are there; until then the page's HTML shows the frame.
 * Another choice of language renders the same tree again: focus, open forms and drafts stay.
 */
export function mount({ texts, title, screen, notLoaded, later }: Page): void {
  const container = document.getElementById('root');
  if (container === null) throw new TypeError('#root is missing in index.html');
  const root = createRoot(container);
  const preferred = browserLanguages();
  let choice: string | null = null;
  let latest: Promise<void> = Promise.resolve();
  let isShown = false;

  const showIn = async (language: string, isLatest: () => boolean): Promise<void> => {
    const imported = await importPageTexts(language);
    // A later call has another language or more texts.
    if (!isLatest()) return latest;
    showTexts(language, localeFor(language, preferred), imported);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = t(title);
    isShown = true;
    flushSync(() => {
      root.render(
        <StrictMode>
          <WorkerProvider>{screen()}</WorkerProvider>
        </StrictMode>,
      );
    });
  };
  const show = (): Promise<void> => {
    const mine: Promise<void> = showIn(languageFor(choice, preferred), () => mine === latest);
    latest = mine;
    return mine;
  };
  const choose = (chosen: string | null): void => {
    choice = chosen;
    show().catch(() => {
      // A page that is shown already stays in its language.
      if (!isShown) root.render(notLoaded());
    });
  };

  startPageTexts(texts, show);
  // Most people never choose: their texts load while the choice is read.
  importPageTexts(languageFor(null, preferred)).catch(() => undefined);
  followItem(chosenLanguage, choose);
  later()
    .then((part) => part.show())
    .catch(() => undefined);
}
