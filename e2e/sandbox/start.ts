import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { Control } from './control';
import { controlApp } from './control-app';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox';

export interface StartOptions extends SandboxOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly controlPort?: number;
  /** PEM texts; https when given. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RunningSandbox {
  /** Origin of the API, without a slash at the end. */
  readonly url: string;
  readonly controlUrl: string;
  readonly key: string;
  readonly control: Control;
  readonly stop: () => Promise<void>;
}

type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** The API for any node server, http or https, that dispatches on `Host` itself. Scripted resets reach its sockets too. */
export function sandboxListener(sandbox: Sandbox): NodeListener {
  const listener = getRequestListener(sandbox.app.fetch, { overrideGlobalObjects: false });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

/** Serves a sandbox on loopback, and its control on a port of its own. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  const listener = sandboxListener(sandbox);
  const { tls } = options;
  const api = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  const control = createHttpServer(nodeListener(controlApp(sandbox.control).fetch));
  const port = await listen(api, options.port ?? 0);
  const controlPort = await listen(control, options.controlPort ?? 0);
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    key: sandbox.key,
    control: sandbox.control,
    stop: async () => {
      await Promise.all([close(api), close(control)]);
    },
  };
}

function nodeListener(serve: (request: Request) => Response | Promise<Response>): NodeListener {
  const listener = getRequestListener(serve, { overrideGlobalObjects: false });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
