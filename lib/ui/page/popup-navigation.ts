import { openOptions } from '@/lib/browser/open-page';
import { openPanel } from '@/lib/browser/side-panel';

/** Opens other pages from the popup, which then closes. */
export const popupNavigation = {
  options: (): void => void openOptions().then(close),
  /** Call it directly in a click handler: the browser requires a user gesture. */
  conversation: (windowId: number): void =>
    void openPanel(windowId).then((opened) => {
      if (opened.ok) close();
    }),
};

function close(): void {
  window.close();
}
