import { serveFrameRequest } from '@/lib/single-use/frame';

/** As long as the worker would have waited for an answer. */
const ANSWER_TIMEOUT_MS = 25_000;

// The offscreen document embeds this same page in a frame; only the frame has connections of its own.
if (Reflect.get(window, 'credentialless') === true) {
  serveFrameRequest(location.hash.slice(1), {
    fetch: (input, init) => fetch(input, init),
    timingOf: (url) =>
      performance
        .getEntriesByName(url)
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .at(-1),
    connect: (name) => chrome.runtime.connect({ name }),
    close: () => window.parent.close(),
    timeout: () => new Promise((resolve) => setTimeout(resolve, ANSWER_TIMEOUT_MS)),
  });
} else if (window.parent === window) {
  const frame = document.createElement('iframe');
  frame.setAttribute('credentialless', '');
  frame.src = location.href;
  document.body.append(frame);
}
