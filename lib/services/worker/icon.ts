import type { Session } from '@/lib/domain/account';

interface ActionApi {
  setIcon(details: { path: Record<string, string> }): Promise<void>;
  setBadgeText(details: { text: string }): Promise<void>;
}

const SIZES = [16, 32, 48];

/** Shows the session on the toolbar icon: grey until connected, an exclamation mark once the key was rejected. */
export async function showSessionOnIcon(action: ActionApi, session: Session): Promise<void> {
  const prefix = session.state === 'disconnected' ? 'grey-' : '';
  const path = Object.fromEntries(SIZES.map((size) => [String(size), `/icon/${prefix}${String(size)}.png`]));
  await action.setIcon({ path });
  await action.setBadgeText({ text: session.state === 'rejected' ? '!' : '' });
}
