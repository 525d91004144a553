import { browser } from 'wxt/browser';

const GETSALES = { origins: ['https://amazing.getsales.io/*'] };

interface Signal {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

interface Permissions {
  readonly permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>;
    request(wanted: { origins: string[] }): Promise<boolean>;
    readonly onAdded: Signal;
    readonly onRemoved: Signal;
  };
}

/**
 * Reports at once, and after every change, whether the browser lets the extension reach GetSales: users can withhold
 * the permission that the manifest asks for.
 *
 * @returns how to stop watching
 */
export function watchGetSalesAccess(onAccess: (allowed: boolean) => void, api: Permissions = browser): () => void {
  let isWatching = true;
  const report = (): void => {
    void api.permissions.contains(GETSALES).then((allowed) => {
      if (isWatching) onAccess(allowed);
    });
  };
  api.permissions.onAdded.addListener(report);
  api.permissions.onRemoved.addListener(report);
  report();
  return () => {
    isWatching = false;
    api.permissions.onAdded.removeListener(report);
    api.permissions.onRemoved.removeListener(report);
  };
}

/** Asks for the permission. Call it first in a click handler: browsers require the user's gesture. */
export function requestGetSalesAccess(api: Permissions = browser): Promise<boolean> {
  return api.permissions.request(GETSALES);
}
