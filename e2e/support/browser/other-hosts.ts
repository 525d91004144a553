import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface OtherHosts {
  readonly port: number;
  /** The hosts that were asked for since the last call, with or without TLS, each once; not the browser's own. */
  readonly takeAsked: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** The first byte of a TLS connection. */
const HANDSHAKE = 0x16;
const UNNAMED = 'an address without a name';

/** What browsers ask for by themselves, such as updates. `Target` notes what the extension asks for there. */
const BROWSERS_OWN = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|microsoft|msn|bing)\.com(?::\d+)?$/u;

/** A server to which a browser's requests for any other host lead. It notes the host and answers nothing. */
export async function startOtherHosts(): Promise<OtherHosts> {
  const hosts = new Set<string>();
  const sockets = new Set<Socket>();
  const tls = createTlsServer({
    SNICallback: (host, done) => {
      hosts.add(host);
      done(new Error('not a host of the tests'));
    },
  });
  // Only reached without a server name: with one, SNICallback has noted it.
  tls.on('tlsClientError', (error) => {
    if (!/not a host of the tests/u.test(error.message)) hosts.add(UNNAMED);
  });
  const plain = createHttpServer((incoming, outgoing) => {
    hosts.add(incoming.headers.host ?? UNNAMED);
    outgoing.destroy();
  });
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? tls : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a server on a TCP port has such an address
  const { port } = server.address() as AddressInfo;
  return {
    port,
    takeAsked: () => {
      const asked = [...hosts].filter((host) => !BROWSERS_OWN.test(host));
      hosts.clear();
      return asked;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
