import { getRequestListener } from '@hono/node-server';
import type { Control } from './control/control';
import { controlApp } from './control/control-app';
import type { Keys } from './access/keys';
import { createLoopback, type LoopbackOptions, type NodeListener } from './network/loopback';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox';

export interface StartOptions extends SandboxOptions, LoopbackOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly controlPort?: number;
}

export interface RunningSandbox {
  /** Origin of the API, without a slash at the end. */
  readonly url: string;
  readonly controlUrl: string;
  readonly key: string;
  readonly keys: Keys;
  readonly control: Control;
  readonly stop: () => Promise<void>;
}

/** The API as a listener for a server of the caller. Scripted resets affect its sockets and streams too. */
export function sandboxListener(sandbox: Sandbox): NodeListener {
  return nodeListener(sandbox.app.fetch);
}

/** Serves a sandbox on loopback, and its control on a second port. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  const api = createLoopback(sandboxListener(sandbox), options);
  const control = createLoopback(nodeListener(controlApp(sandbox).fetch));
  const port = await api.listen(options.port ?? 0);
  const controlPort = await control.listen(options.controlPort ?? 0);
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    key: sandbox.key,
    keys: sandbox.keys,
    control: sandbox.control,
    stop: async () => {
      await Promise.all([api.close(), control.close()]);
    },
  };
}

/** An app as a listener of a Node server, for HTTP/1.1 and HTTP/2. */
export function nodeListener(serve: Parameters<typeof getRequestListener>[0]): NodeListener {
  const listener = getRequestListener(serve, { overrideGlobalObjects: false });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}
