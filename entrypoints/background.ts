import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { log } from '@/lib/log';
import { serve } from '@/lib/messaging/serve';
import { buildServices } from '@/lib/services/build';
import { createHandlers } from '@/lib/services/handlers';
import { showStateOnIcon } from '@/lib/services/icon';
import { sweep } from '@/lib/services/sweep';
import { closeStorageToPages } from '@/lib/settings/access-level';
import { revision } from '@/lib/settings/items';

/** A page waits this long for a starting worker, then gets an error it can show. */
const START_TIMEOUT_MS = 15_000;

export default defineBackground(() => {
  const now = (): number => Date.now();
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });

  const services = buildServices({
    fetch: (input, init) => fetch(input, init),
    crypto,
    locks: navigator.locks,
    now,
    random: Math.random,
    sleep,
    isOnline: () => navigator.onLine,
    storageClosed: closeStorageToPages([chrome.storage.local, chrome.storage.sync, chrome.storage.session]),
  });

  const started = sweep({ journal: services.journal, now, changed: () => revision.setValue(now()) });
  const listener = serve({
    handlers: started.then(() => createHandlers(services)),
    self: { id: browser.runtime.id, origin: location.origin },
    newReference: () => crypto.randomUUID().slice(0, 8),
    startTimeout: () => sleep(START_TIMEOUT_MS),
    report: (reference, event) => {
      log({ event, reference });
    },
  });
  browser.runtime.onMessage.addListener((message: unknown, speaker) => listener(message, speaker));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });

  const showState = async (): Promise<void> => {
    await showStateOnIcon(browser.action, await services.session.get());
  };
  revision.watch(() => void showState());
  void showState();
  void started.then(async (left) => {
    if (!left.ok) {
      log({ event: 'sweep', code: left.error.code });
      return;
    }
    for (const intent of left.value) await services.addContact.resume(intent);
  });
});
