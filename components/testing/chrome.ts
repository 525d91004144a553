/** What the pages did in the browser, and what it tells them. jsdom has no browser around it. */
export interface FakeChrome {
  /** The address of the tab in front; null while it is not shared with the extension. */
  tabUrl: string | null;
  /** How the popup can be opened. */
  toolbar: { readonly pinned: boolean; readonly shortcut: string };
  /** Pages that were opened: `options`, or an address; `closed` when this page closed itself. */
  readonly opened: string[];
}

const state: FakeChrome = { tabUrl: null, toolbar: { pinned: false, shortcut: '' }, opened: [] };
const event = { addListener: () => undefined, removeListener: () => undefined };

/** Adds what pages use of the browser, besides its storage (e2e/support/extension-storage.ts). */
export function installChrome(): void {
  Object.assign(chrome, {
    tabs: {
      query: () => Promise.resolve([{ id: 7, windowId: 1, ...(state.tabUrl === null ? {} : { url: state.tabUrl }) }]),
      create: ({ url }: { readonly url: string }) => Promise.resolve(state.opened.push(url)),
      onActivated: event,
      onUpdated: event,
    },
    windows: { getCurrent: () => Promise.resolve({ id: 1 }) },
    permissions: {
      contains: () => Promise.resolve(false),
      request: () => Promise.resolve(false),
      onAdded: event,
      onRemoved: event,
    },
    // A page that does not let itself be read.
    scripting: { executeScript: () => Promise.reject(new Error('refused')) },
    action: {
      getUserSettings: () => Promise.resolve({ isOnToolbar: state.toolbar.pinned }),
      onUserSettingsChanged: event,
    },
    commands: { getAll: () => Promise.resolve([{ name: '_execute_action', shortcut: state.toolbar.shortcut }]) },
  });
  // jsdom would take the document away.
  window.close = () => void state.opened.push('closed');
  Object.assign(chrome.runtime, {
    openOptionsPage: () => Promise.resolve(void state.opened.push('options')),
    requestUpdateCheck: () => Promise.resolve({ status: 'no_update' }),
    getManifest: () => ({ version: '0.1.0' }),
  });
}

/** The browser of this test, with nothing opened yet. */
export function freshChrome(): FakeChrome {
  return Object.assign(state, { tabUrl: null, toolbar: { pinned: false, shortcut: '' }, opened: [] });
}
