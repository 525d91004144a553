import type { ContactId, SenderId } from '@/lib/domain/ids';
import { tabGrant } from '@/lib/settings/first-paint';
import { requestLinkedInAccess } from '@/lib/browser/linkedin-access';
import { openGetSales, openOptions } from '@/lib/browser/open-page';

/** Ways out of the side panel. It stays open. */
export const panelNavigation = {
  options: (): void => void openOptions(),
  contact: (contactId: ContactId): void => void openGetSales({ kind: 'contact', contactId }),
  conversation: (contactId: ContactId, senderId: SenderId | null): void =>
    void openGetSales({ kind: 'conversation', contactId, senderId }),
  /** Asks for the LinkedIn permission; call it first thing in a click handler. Granted, every panel looks again. */
  allowLinkedIn: (): void =>
    void requestLinkedInAccess().then(async (granted) => {
      if (granted) await tabGrant.setValue((await tabGrant.getValue()) + 1);
    }),
};
