import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/lib/domain/result';

interface PanelBrowser {
  /** Chrome. */
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  /** Firefox. */
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel of a window. Call it first in a click handler, before any `await`: Chrome accepts the user's
 * gesture only from the synchronous call (docs/browser-facts.md#side-panel). `page-unreadable` when the browser refuses.
 */
export function openPanel(windowId: number, api: PanelBrowser = browser): Promise<Result<null>> {
  const opened = api.sidePanel?.open({ windowId }) ?? api.sidebarAction?.open();
  if (opened === undefined) return Promise.resolve(err({ code: 'page-unreadable' }));
  return opened.then(
    () => ok(null),
    () => err({ code: 'page-unreadable' }),
  );
}

interface WindowFinder {
  readonly windows: { getCurrent(): Promise<{ readonly id?: number | undefined }> };
}

/** The window that contains this page of ours, such as the side panel; null when the browser gives none. */
export async function ownWindowId(api: WindowFinder = browser): Promise<number | null> {
  try {
    return (await api.windows.getCurrent()).id ?? null;
  } catch {
    return null;
  }
}
