import { browser } from 'wxt/browser';

/** The ways to open the popup. */
export interface Toolbar {
  /** Whether the icon is visible without opening the extensions menu; null when the browser does not tell. */
  readonly pinned: boolean | null;
  /** The keys that open the popup, in the browser's notation; null when none are set. */
  readonly shortcut: string | null;
}

interface ToolbarBrowser {
  /** Missing in Firefox with manifest version 2, where it has another name. */
  readonly action?: {
    getUserSettings(): Promise<{ readonly isOnToolbar?: boolean }>;
    /** Chrome 130 and later. */
    readonly onUserSettingsChanged?: {
      addListener(listener: () => void): void;
      removeListener(listener: () => void): void;
    };
  };
  readonly commands: { getAll(): Promise<readonly { readonly name?: string; readonly shortcut?: string }[]> };
}

/** The command that browsers reserve for opening the popup. */
const OPEN_POPUP = '_execute_action';

/** Asks the browser once; answers that it does not give are null. Never throws. */
export async function readToolbar(api: ToolbarBrowser = browser): Promise<Toolbar> {
  const [settings, commands] = await Promise.allSettled([api.action?.getUserSettings(), api.commands.getAll()]);
  const pinned = settings.status === 'fulfilled' ? (settings.value?.isOnToolbar ?? null) : null;
  const command = commands.status === 'fulfilled' ? commands.value.find(({ name }) => name === OPEN_POPUP) : undefined;
  const shortcut = command?.shortcut ?? '';
  return { pinned, shortcut: shortcut === '' ? null : shortcut };
}

/** Calls back whenever the user pins or unpins the icon. @returns a function that stops it */
export function watchToolbar(changed: () => void, api: Pick<ToolbarBrowser, 'action'> = browser): () => void {
  api.action?.onUserSettingsChanged?.addListener(changed);
  return () => {
    api.action?.onUserSettingsChanged?.removeListener(changed);
  };
}
