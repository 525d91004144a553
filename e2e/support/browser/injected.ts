import type { CDPSession, Frame, Page } from '@playwright/test';

/** What the extension runs in a tab, as the tab's DevTools see it. */
export interface Injected {
  /** File names of the extension's scripts that ran so far, in order. */
  readonly scripts: () => readonly string[];
  /** The frames in which the extension has a world of its own. */
  readonly frames: () => readonly string[];
  /** Evaluates in that world of the top frame, as a content script that an attacker controls would. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
}

/** Watches a tab from now on. */
export async function watchInjected(page: Page | Frame, extensionId: string): Promise<Injected> {
  const context = 'context' in page ? page.context() : page.page().context();
  const cdp: CDPSession = await context.newCDPSession(page);
  const origin = `chrome-extension://${extensionId}`;
  const scripts: string[] = [];
  const worlds: { readonly id: number; readonly frame: string }[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(origin)) scripts.push(url.slice(origin.length));
  });
  cdp.on('Runtime.executionContextCreated', ({ context: { id, origin: from, auxData } }) => {
    if (from === origin) worlds.push({ id, frame: String(auxData?.['frameId']) });
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Debugger.enable');
  return {
    scripts: () => scripts,
    frames: () => worlds.map(({ frame }) => frame),
    evaluate: async <T>(expression: string): Promise<T> => {
      const [world] = worlds;
      if (world === undefined) throw new Error('The extension has run nothing in this tab.');
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        contextId: world.id,
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
      // The caller knows what its expression gives.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
      return result.value as T;
    },
  };
}
