import { onTestFinished } from 'vitest';
import { createLoopback, type LoopbackOptions, type NodeListener } from '../sandbox/network/loopback';

export interface Served {
  readonly port: number;
  /** The network's `fetch`, which reaches this server whatever the host. */
  readonly fetch: typeof fetch;
}

/** Serves a listener on loopback until the test ends. */
export async function overHttp(listener: NodeListener, options: LoopbackOptions = {}): Promise<Served> {
  const server = createLoopback(listener, options);
  const port = await server.listen(0);
  onTestFinished(() => server.close());
  const origin = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return {
    port,
    fetch: (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      return fetch(new URL(pathname + search, origin), init);
    },
  };
}
