import { browser } from 'wxt/browser';

interface Updater {
  /** Firefox has none. */
  readonly requestUpdateCheck?: () => Promise<{ readonly status: string }>;
}

/**
 * Asks the browser to load a newer version now; the worker restarts with it. False when there is none, or when the
 * browser can't be asked.
 */
export async function requestUpdate(api: Updater = browser.runtime): Promise<boolean> {
  const found = await api.requestUpdateCheck?.().catch(() => null);
  return found?.status === 'update_available';
}
