import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { createLinkedInSite, type LinkedInSite } from '../linkedin/site';
import type { Control } from '../sandbox/control';
import { createSandbox } from '../sandbox/sandbox';
import { sandboxListener } from '../sandbox/start';
import { makeCertificate } from './certificate';

export const LINKEDIN_HOST = 'www.linkedin.com';
export const GETSALES_HOST = 'amazing.getsales.io';

export interface Sites {
  readonly port: number;
  readonly spki: string;
  readonly linkedin: LinkedInSite;
  readonly getsales: { readonly key: string; readonly control: Control };
  /** Hosts that somebody asked for here and that are neither of the two. */
  readonly strangers: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** The local LinkedIn and the local GetSales behind one HTTPS port on loopback, told apart by the host that is asked for. */
export async function startSites(): Promise<Sites> {
  const { key, cert, spki } = await makeCertificate([LINKEDIN_HOST, GETSALES_HOST]);
  const linkedin = createLinkedInSite();
  const sandbox = createSandbox();
  const strangers: string[] = [];
  const serveLinkedIn = getRequestListener(linkedin.app.fetch, { overrideGlobalObjects: false });
  const serveGetSales = sandboxListener(sandbox);
  const dispatch = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const host = incoming.headers.host?.split(':')[0] ?? '';
    if (host === LINKEDIN_HOST) void serveLinkedIn(incoming, outgoing);
    else if (host === GETSALES_HOST) serveGetSales(incoming, outgoing);
    else {
      strangers.push(host);
      outgoing.writeHead(421).end();
    }
  };
  const server = createHttpsServer({ key, cert }, dispatch);
  const port = await listen(server);
  return {
    port,
    spki,
    linkedin,
    getsales: { key: sandbox.key, control: sandbox.control },
    strangers: () => strangers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer> | ReturnType<typeof createHttpsServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
