import { browser } from 'wxt/browser';

interface WindowFinder {
  readonly windows: { getCurrent(): Promise<{ readonly id?: number | undefined }> };
}

/** The window that this page of ours stands in (the side panel's own); null when the browser does not tell. */
export async function ownWindowId(api: WindowFinder = browser): Promise<number | null> {
  try {
    return (await api.windows.getCurrent()).id ?? null;
  } catch {
    return null;
  }
}
