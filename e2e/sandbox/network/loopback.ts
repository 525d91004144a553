import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { Server, Socket } from 'node:net';

/** The protocol over TLS. A server with `h2` still answers HTTP/1.1 clients. */
export type Protocol = 'h2' | 'http/1.1';

export type NodeListener = (
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
) => void;

export interface LoopbackOptions {
  /** PEM texts; plain HTTP/1.1 without them. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Over TLS; default `h2`, as GetSales' own servers. */
  readonly protocol?: Protocol | undefined;
}

export interface Loopback {
  /** Listens on 127.0.0.1 (0 takes a free port) and resolves to the port. */
  readonly listen: (port: number) => Promise<number>;
  /** Closes all connections, also those with a hanging request. */
  readonly disconnect: () => void;
  /** Accepts new connections and reads nothing from them, until they close. Open ones go on. */
  readonly holdNewConnections: () => void;
  /** How many connections are held. */
  readonly heldConnections: () => number;
  /** Serves later connections again. */
  readonly serveNewConnections: () => void;
  /** Disconnects, and listens no longer. */
  readonly close: () => Promise<void>;
}

/** A server on the loopback interface. */
export function createLoopback(listener: NodeListener, options: LoopbackOptions = {}): Loopback {
  const server = serverOf(listener, options);
  const sockets = new Set<Socket>();
  const held = new Set<Socket>();
  let holds = false;
  const serve = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      held.delete(socket);
    });
    if (holds) held.add(socket);
    else for (const listener of serve) Reflect.apply(listener, server, [socket]);
  });
  const disconnect = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    disconnect,
    holdNewConnections: () => (holds = true),
    heldConnections: () => held.size,
    serveNewConnections: () => (holds = false),
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        disconnect();
      }),
  };
}

function serverOf(listener: NodeListener, { tls, protocol = 'h2' }: LoopbackOptions): Server {
  if (tls === undefined) return createHttpServer(listener);
  const pair = { key: tls.key, cert: tls.cert };
  return protocol === 'h2'
    ? createSecureServer({ ...pair, allowHTTP1: true }, listener)
    : createHttpsServer(pair, listener);
}
