import type { AppError } from '@/lib/domain/app-error';
import type { PanelProfile } from '@/lib/ui/profile/panel-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';

/** How much may be done with the key. */
export type PanelSession = 'asking' | 'connected' | 'rejected';

export type PanelView =
  | { readonly kind: 'looking' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'trouble'; readonly error: AppError }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'nobody'; readonly self: boolean }
  | {
      readonly kind: 'person';
      readonly subject: Extract<PanelProfile, { readonly state: 'person' }>;
      readonly session: PanelSession;
    };

/**
 * What the panel is about. Without a key there is nothing to show; with a refused one, what was loaded stays and the
 * composer says why it is off.
 */
export function panelView(session: SessionView, subject: PanelProfile): PanelView {
  switch (session.state) {
    case 'disconnected':
      return { kind: 'connect' };
    case 'failed':
      return { kind: 'trouble', error: session.error };
    case 'asking':
      return session.expected ? profileView(subject, 'asking') : { kind: 'looking' };
    case 'connected':
    case 'rejected':
      return profileView(subject, session.state);
  }
}

function profileView(subject: PanelProfile, session: PanelSession): PanelView {
  switch (subject.state) {
    case 'looking':
      return { kind: 'looking' };
    case 'hidden':
      return { kind: 'hidden' };
    case 'nobody':
      return { kind: 'nobody', self: subject.why === 'self' };
    case 'person':
      return { kind: 'person', subject, session };
  }
}
