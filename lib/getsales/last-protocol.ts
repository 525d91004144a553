/**
 * What the last answer of an origin was spoken in: `h2`, `h3`, `http/1.1`, or null while nothing is known. In an
 * extension's worker that may read the host, the browser tells it (measured on Chromium 156).
 */
export function lastProtocol(origin: string, Observer: typeof PerformanceObserver): () => string | null {
  let last: string | null = null;
  const observer = new Observer((list) => {
    for (const entry of list.getEntries()) {
      const protocol: unknown = Reflect.get(entry, 'nextHopProtocol');
      if (entry.name.startsWith(`${origin}/`) && typeof protocol === 'string' && protocol !== '') last = protocol;
    }
  });
  observer.observe({ type: 'resource' });
  return () => last;
}
