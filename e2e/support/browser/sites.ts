import { createLinkedInSite, type LinkedInSite } from '../../linkedin/site';
import { createLoopback, type Loopback, type NodeListener, type Protocol } from '../../sandbox/network/loopback';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox';
import { nodeListener, sandboxListener } from '../../sandbox/start';
import { makeCertificate } from './certificate';

export const LINKEDIN_HOST = 'www.linkedin.com';
export const GETSALES_HOST = 'amazing.getsales.io';

export interface Sites {
  readonly port: number;
  readonly spki: string;
  readonly linkedin: LinkedInSite;
  readonly getsales: Pick<Sandbox, 'key' | 'keys' | 'control'>;
  /** Requested hosts other than these two. */
  readonly unexpectedHosts: () => readonly string[];
  /** Both sites' connections. */
  readonly network: Pick<Loopback, 'holdNewConnections' | 'heldConnections' | 'serveNewConnections'>;
  /** Replaces both sites by new ones on the same port, and closes all connections. */
  readonly renew: () => void;
  readonly stop: () => Promise<void>;
}

/** The local LinkedIn and GetSales behind one HTTPS port on loopback, dispatched by host. */
export async function startSites(protocol: Protocol = 'h2'): Promise<Sites> {
  const { key, cert, spki } = await makeCertificate([LINKEDIN_HOST, GETSALES_HOST]);
  let current = createBoth();
  const dispatch: NodeListener = (incoming, outgoing) => current.dispatch(incoming, outgoing);
  const server = createLoopback(dispatch, { tls: { key, cert }, protocol });
  const port = await server.listen(0);
  return {
    port,
    spki,
    get linkedin() {
      return current.linkedin;
    },
    get getsales() {
      return current.getsales;
    },
    unexpectedHosts: () => current.unexpectedHosts,
    network: server,
    renew: () => {
      current = createBoth();
      server.disconnect();
    },
    stop: server.close,
  };
}

function createBoth() {
  const linkedin = createLinkedInSite();
  const getsales = createSandbox();
  const unexpectedHosts: string[] = [];
  const serveLinkedIn = nodeListener(linkedin.app.fetch);
  const serveGetSales = sandboxListener(getsales);
  const dispatch: NodeListener = (incoming, outgoing) => {
    const authority = incoming.headers[':authority'] ?? incoming.headers.host;
    const host = String(authority).split(':')[0] ?? '';
    if (host === LINKEDIN_HOST) serveLinkedIn(incoming, outgoing);
    else if (host === GETSALES_HOST) serveGetSales(incoming, outgoing);
    else {
      unexpectedHosts.push(host);
      outgoing.writeHead(421);
      outgoing.end();
    }
  };
  return { linkedin, getsales, unexpectedHosts, dispatch };
}
