import type { AppError } from '@/lib/domain/app-error';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import type { FrontTab } from '@/lib/ui/profile/use-front-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';

/** The person that the popup shows. */
export interface ShownPerson {
  readonly identity: LinkedInIdentity;
  /** The tab whose page is about this person alone; null for a pasted link or a person from a list. */
  readonly tab: { readonly tabId: number; readonly windowId: number } | null;
  /** The page with the list from which the person was chosen. */
  readonly list?: { readonly tabId: number; readonly listUrl: string } | undefined;
  /** The reading in which the person was found; null when their own page is still to be read, or there is none. */
  readonly knownReading: Reading | null;
  /** Increases with each refresh, so that the same person is read again. */
  readonly refreshCount: number;
}

export type PopupView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'check-key' }
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'no-person'; readonly isOwnProfile: boolean }
  /** A page whose people only the reader can find. */
  | { readonly kind: 'page'; readonly page: PeoplePage }
  | { readonly kind: 'person'; readonly person: ShownPerson };

/** What the popup shows, in this order: no key, a rejected key, a pasted person, the person of the tab. */
export function popupView(session: SessionView, front: FrontTab, pasted: LinkedInIdentity | null): PopupView {
  switch (session.state) {
    case 'disconnected':
      return { kind: 'connect' };
    case 'rejected':
      return { kind: 'check-key' };
    case 'failed':
      return { kind: 'error', error: session.error };
    case 'asking':
      return session.expected ? personView(front, pasted) : { kind: 'loading' };
    case 'connected':
      return personView(front, pasted);
  }
}

function personView(front: FrontTab, pasted: LinkedInIdentity | null): PopupView {
  if (pasted !== null)
    return { kind: 'person', person: { identity: pasted, tab: null, knownReading: null, refreshCount: 0 } };
  switch (front.state) {
    case 'loading':
      return { kind: 'loading' };
    case 'hidden':
      return { kind: 'no-person', isOwnProfile: false };
    case 'no-person':
      return { kind: 'no-person', isOwnProfile: front.why === 'self' };
    case 'people':
      return { kind: 'page', page: front.page };
    case 'person': {
      const { identity, tabId, windowId, refreshCount } = front;
      return { kind: 'person', person: { identity, tab: { tabId, windowId }, knownReading: null, refreshCount } };
    }
  }
}
