import type { AppError } from '@/lib/domain/app-error';
import type { PanelProfile } from '@/lib/ui/profile/panel-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';

/** Whether the key is known to work. */
export type PanelSession = 'asking' | 'connected' | 'rejected';

export type PanelView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'no-person'; readonly isOwnProfile: boolean }
  | {
      readonly kind: 'person';
      readonly profile: Extract<PanelProfile, { readonly state: 'person' }>;
      readonly session: PanelSession;
    };

/**
 * What the panel shows. Without a key: how to connect. With a rejected key the conversation stays and the composer says why
 * sending is disabled.
 */
export function panelView(session: SessionView, profile: PanelProfile): PanelView {
  switch (session.state) {
    case 'disconnected':
      return { kind: 'connect' };
    case 'failed':
      return { kind: 'error', error: session.error };
    case 'asking':
      return session.expected ? profileView(profile, 'asking') : { kind: 'loading' };
    case 'connected':
    case 'rejected':
      return profileView(profile, session.state);
  }
}

function profileView(profile: PanelProfile, session: PanelSession): PanelView {
  switch (profile.state) {
    case 'loading':
      return { kind: 'loading' };
    case 'hidden':
      return { kind: 'hidden' };
    case 'no-person':
      return { kind: 'no-person', isOwnProfile: profile.why === 'self' };
    case 'person':
      return { kind: 'person', profile, session };
  }
}
