import type { Reader } from '@/lib/linkedin/address/parse-address';

/** The browser API that injects one of our scripts into a tab, once, after a user action. */
export interface TabScripting {
  readonly scripting: {
    executeScript(injection: {
      target: { tabId: number };
      files: [TabScript];
      injectImmediately: true;
    }): Promise<readonly Injected[]>;
  };
}

/** The scripts that may run in a page. Each returns a value and leaves nothing in the page. */
export type TabScript = `/${Reader | 'report'}.js`;

export interface Injected {
  readonly result?: unknown;
}

/**
 * Runs a script in the tab's top frame. Rejects when the browser refuses: no access, no such tab, a browser page.
 *
 * @returns the script's value, unparsed
 */
export async function runInTab(tabId: number, script: TabScript, api: TabScripting): Promise<Injected | undefined> {
  const [top] = await api.scripting.executeScript({
    target: { tabId },
    files: [script],
    // The reader waits for content itself, so it does not need the load event, which may never come.
    injectImmediately: true,
  });
  return top;
}
