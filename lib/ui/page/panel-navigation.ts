import type { ContactId, SenderId } from '@/lib/domain/ids';
import { tabGrant } from '@/lib/settings/first-paint';
import { requestLinkedInAccess } from '@/lib/browser/linkedin-access';
import { openGetSales, openOptions } from '@/lib/browser/open-page';

/** Opens other pages from the side panel, which stays open. */
export const panelNavigation = {
  options: (): void => void openOptions(),
  conversation: (contactId: ContactId, senderId: SenderId | null): void =>
    void openGetSales({ kind: 'conversation', contactId, senderId }),
  /** Asks for the LinkedIn permission. Call it directly in a click handler. Once granted, every panel refreshes. */
  allowLinkedIn: (): void =>
    void requestLinkedInAccess().then(async (granted) => {
      if (granted) await tabGrant.setValue((await tabGrant.getValue()) + 1);
    }),
};
