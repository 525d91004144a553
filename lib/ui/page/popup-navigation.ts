import type { ContactId } from '@/lib/domain/ids';
import { openGetSales, openOptions } from '@/lib/browser/open-page';
import { openPanel } from '@/lib/browser/side-panel';

/** Ways out of the popup. It closes by itself once the other place is open. */
export const popupNavigation = {
  options: (): void => void openOptions().then(close),
  contact: (contactId: ContactId): void => void openGetSales({ kind: 'contact', contactId }).then(close),
  /** Call it first thing in a click handler: the browser wants the user's gesture. */
  conversation: (windowId: number): void =>
    void openPanel(windowId).then((opened) => {
      if (opened.ok) close();
    }),
};

function close(): void {
  window.close();
}
