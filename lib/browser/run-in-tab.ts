/** The part of the browser that puts a script of ours into a tab, once, on the user's act. */
export interface TabScripting {
  readonly scripting: {
    executeScript(injection: {
      target: { tabId: number };
      files: [TabScript];
      injectImmediately: true;
    }): Promise<readonly Injected[]>;
  };
}

/** The scripts that may run in a page. Each gives a value and leaves nothing behind. */
export type TabScript = '/reader.js' | '/reader-elsewhere.js' | '/report.js';

export interface Injected {
  readonly result?: unknown;
}

/**
 * Runs a script in the tab's top frame. Rejects where the browser refuses: no access, no such tab, a page of its own.
 *
 * @returns what the script gave, unparsed
 */
export async function runInTab(tabId: number, script: TabScript, api: TabScripting): Promise<Injected | undefined> {
  const [top] = await api.scripting.executeScript({
    target: { tabId },
    files: [script],
    // The reader waits for the page itself; a page that never finishes loading must not hold it up.
    injectImmediately: true,
  });
  return top;
}
