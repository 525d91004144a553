import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { IdentityRefusal } from '@/lib/linkedin/address/parse-address';

/** What the tab in front shows, as far as the panel may know. */
export type PanelTab =
  | { readonly state: 'looking' }
  /** The address is not ours to see: never shared, and LinkedIn is not allowed as a whole. */
  | { readonly state: 'hidden' }
  /** Somewhere that is nobody's profile. `why` is null when only that it is not LinkedIn is known. */
  | { readonly state: 'nobody'; readonly why: IdentityRefusal | null }
  | { readonly state: 'person'; readonly identity: LinkedInIdentity };

/** Whom the panel is about. */
export type PanelProfile =
  | Exclude<PanelTab, { readonly state: 'person' }>
  | {
      readonly state: 'person';
      readonly identity: LinkedInIdentity;
      readonly pinned: boolean;
      /** Pinned to this person while the tab shows somebody else. */
      readonly elsewhere: boolean;
    };

/** The pinned person while there is one, else whoever the tab shows. */
export function panelProfile(tab: PanelTab, pin: LinkedInIdentity | null): PanelProfile {
  if (pin !== null) {
    const elsewhere = tab.state === 'person' && !isSamePerson(tab.identity, pin);
    return { state: 'person', identity: pin, pinned: true, elsewhere };
  }
  return tab.state === 'person' ? { ...tab, pinned: false, elsewhere: false } : tab;
}
