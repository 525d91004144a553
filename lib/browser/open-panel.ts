import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/lib/domain/result';

interface PanelBrowser {
  /** Chrome. */
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  /** Firefox. */
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel of a window. Call it first thing in a click handler, without any `await` before it: Chrome takes
 * the user's gesture from the synchronous call (docs/browser-facts.md#side-panel, measured). `page-unreadable` when the browser refuses.
 */
export function openPanel(windowId: number, api: PanelBrowser = browser): Promise<Result<null>> {
  const opened = api.sidePanel?.open({ windowId }) ?? api.sidebarAction?.open();
  if (opened === undefined) return Promise.resolve(err({ code: 'page-unreadable' }));
  return opened.then(
    () => ok(null),
    () => err({ code: 'page-unreadable' }),
  );
}
