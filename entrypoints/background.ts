import polyfill from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createIsolatedTransport } from '@/lib/single-use/isolated-transport';
import { MAX_BODY_BYTES } from '@/lib/getsales/http/answer/read-body';
import { kindOf, log } from '@/lib/log';
import { rewriteFiles } from '@/lib/outbox/connection';
import { serve } from '@/lib/messaging/serve';
import { buildServices } from '@/lib/services/worker/build-services';
import { createScheduler } from '@/lib/services/worker/scheduler';
import { createHandlers } from '@/lib/services/worker/handlers';
import { showSessionOnIcon } from '@/lib/services/worker/icon';
import { withFallback } from '@/lib/services/worker/guarded-items';
import { updateWhenIdle, wait } from '@/lib/services/worker/lifetime';
import { closeStorageToPages } from '@/lib/settings/access-level';
import { revision } from '@/lib/settings/first-paint';
import { connectionsShared } from '@/lib/settings/worker-items';

/** A frame connects within a tenth of a second; this leaves time for a busy computer. */
const FRAME_TIMEOUT_MS = 10_000;

export default defineBackground(() => {
  const report = (event: string): void => {
    log({ event });
  };
  const self = { id: browser.runtime.id, origin: location.origin };
  const storageClosed = closeStorageToPages(chrome.storage);
  const services = buildServices({
    fetch: (input, init) => fetch(input, init),
    openTransport: createIsolatedTransport({
      documents: {
        open: (url) =>
          chrome.offscreen.createDocument({
            url,
            reasons: ['IFRAME_SCRIPTING'],
            justification: 'A connection on which no message can be sent twice.',
          }),
        close: () => chrome.offscreen.closeDocument(),
      },
      onConnect: chrome.runtime.onConnect,
      self,
      newNonce: () => crypto.randomUUID(),
      timeout: () => wait(FRAME_TIMEOUT_MS),
      maxBytes: MAX_BODY_BYTES,
      sharing: withFallback(connectionsShared, report),
    }),
    crypto,
    locks: navigator.locks,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random: Math.random,
    sleep: wait,
    timeout: (ms) => AbortSignal.timeout(ms),
    isOnline: () => navigator.onLine,
    storageClosed,
    rewriteFiles,
    ping: () => browser.runtime.getPlatformInfo(),
    report,
  });
  const { recovery, keepAwake, session } = services;

  const started = session.start().then(async (opened) => {
    if (!opened.ok) report('session-start');
    return recovery.markInterrupted();
  });
  const listener = serve({
    handlers: Promise.all([started, storageClosed]).then(() =>
      createHandlers({ ...services, handleOnline: () => scheduler.handleOnline() }),
    ),
    self,
    newReference: () => crypto.randomUUID().slice(0, 8),
    startTimeout: wait,
    report: (reference, event, thrown) => {
      log({ event, reference, code: kindOf(thrown) });
    },
  });
  const scheduler = createScheduler({
    processDue: recovery.processDue,
    now: () => Date.now(),
    sleep: wait,
    keepAwake,
    // The only alarm. It repeats, because the worker may also be stopped during the work that the alarm starts.
    setAlarm: (when) =>
      when === null ? browser.alarms.clear() : browser.alarms.create({ when, periodInMinutes: 0.5 }),
    report,
  });
  const updateIcon = async (): Promise<void> => {
    const known = await session.get();
    if (known.ok) await showSessionOnIcon(browser.action, known.value);
  };
  const runDetached = (task: () => Promise<void>): void => {
    task().catch((thrown: unknown) => {
      log({ event: 'detached', code: kindOf(thrown) });
    });
  };

  // A listener that answers with a promise needs the polyfill in Chromium. Everything else is native, in pages too.
  polyfill.runtime.onMessage.addListener(listener);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') runDetached(() => browser.runtime.openOptionsPage());
  });
  browser.alarms.onAlarm.addListener(() => {
    runDetached(scheduler.runDueWork);
  });
  // Without this listener the browser does not start the worker with itself; every start processes due work.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onUpdateAvailable.addListener(() => {
    const reload = (): void => {
      browser.runtime.reload();
    };
    const isOpen = async (): Promise<boolean> =>
      (await browser.runtime.getContexts({ contextTypes: ['TAB', 'POPUP', 'SIDE_PANEL'] })).length > 0;
    runDetached(() => keepAwake(() => updateWhenIdle({ isSending: services.isSending, isOpen, sleep: wait, reload })));
  });
  revision.watch(() => {
    runDetached(updateIcon);
    runDetached(scheduler.runDueWork);
  });

  runDetached(updateIcon);
  runDetached(async () => {
    const marked = await started;
    if (!marked.ok) report('mark-interrupted');
    await scheduler.runDueWork();
  });
});
