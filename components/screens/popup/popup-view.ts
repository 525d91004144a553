import type { AppError } from '@/lib/domain/app-error';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import type { PeoplePage } from '@/lib/ui/profile/people-page';
import type { FrontTab } from '@/lib/ui/profile/use-front-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';

/** The person that the popup is about. */
export interface Subject {
  readonly identity: LinkedInIdentity;
  /** The tab whose page is about this person alone; null for a pasted link or one of a list. */
  readonly tab: { readonly tabId: number; readonly windowId: number } | null;
  /** The list from which the person was chosen. */
  readonly list?: { readonly tabId: number; readonly listUrl: string } | undefined;
  /** What was read when the person was found by it; null while their own page is still to be read, or there is none. */
  readonly seen: Reading | null;
  readonly look: number;
}

export type PopupView =
  | { readonly kind: 'looking' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'check-key' }
  | { readonly kind: 'trouble'; readonly error: AppError }
  | { readonly kind: 'nobody'; readonly self: boolean }
  /** A page whose people only the reader can tell. */
  | { readonly kind: 'page'; readonly page: PeoplePage }
  | { readonly kind: 'person'; readonly subject: Subject };

/** What the popup is about, strongest reason first: no key, a bad key, a pasted person, the person of the tab. */
export function popupView(session: SessionView, front: FrontTab, pasted: LinkedInIdentity | null): PopupView {
  switch (session.state) {
    case 'disconnected':
      return { kind: 'connect' };
    case 'rejected':
      return { kind: 'check-key' };
    case 'failed':
      return { kind: 'trouble', error: session.error };
    case 'asking':
      return session.expected ? personView(front, pasted) : { kind: 'looking' };
    case 'connected':
      return personView(front, pasted);
  }
}

function personView(front: FrontTab, pasted: LinkedInIdentity | null): PopupView {
  if (pasted !== null) return { kind: 'person', subject: { identity: pasted, tab: null, seen: null, look: 0 } };
  switch (front.state) {
    case 'looking':
      return { kind: 'looking' };
    case 'hidden':
      return { kind: 'nobody', self: false };
    case 'nobody':
      return { kind: 'nobody', self: front.why === 'self' };
    case 'people':
      return { kind: 'page', page: front.page };
    case 'person': {
      const { identity, tabId, windowId, look } = front;
      return { kind: 'person', subject: { identity, tab: { tabId, windowId }, seen: null, look } };
    }
  }
}
