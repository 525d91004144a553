import { createLinkedInSite, type LinkedInSite } from '../../linkedin/site';
import { createLoopback, type Loopback, type NodeListener, type Protocol } from '../../sandbox/network/loopback';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox';
import { nodeListener, sandboxListener } from '../../sandbox/start';
import { makeCertificate } from './certificate';
import { startOtherHosts } from './other-hosts';

export const LINKEDIN_HOST = 'www.linkedin.com';
export const GETSALES_HOST = 'amazing.getsales.io';

export interface Sites {
  readonly port: number;
  /** Where requests for any other host must lead. */
  readonly otherPort: number;
  readonly spki: string;
  readonly linkedin: LinkedInSite;
  readonly getsales: Pick<Sandbox, 'key' | 'keys' | 'control'>;
  /** Hosts other than these two that the browser asked for since the last call. */
  readonly takeUnexpectedHosts: () => readonly string[];
  /** Both sites' connections. */
  readonly network: Pick<Loopback, 'holdNewConnections' | 'heldConnections' | 'serveNewConnections'>;
  /** Replaces both sites by new ones on the same port, and closes all connections. */
  readonly renew: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * The local LinkedIn and GetSales behind one HTTPS port on loopback, dispatched by host, and a server that notes every other
 * host.
 */
export async function startSites(protocol: Protocol = 'h2'): Promise<Sites> {
  const { key, cert, spki } = await makeCertificate([LINKEDIN_HOST, GETSALES_HOST]);
  let current = createBoth();
  const dispatch: NodeListener = (incoming, outgoing) => current.dispatch(incoming, outgoing);
  const server = createLoopback(dispatch, { tls: { key, cert }, protocol });
  const port = await server.listen(0);
  const others = await startOtherHosts();
  return {
    port,
    otherPort: others.port,
    spki,
    get linkedin() {
      return current.linkedin;
    },
    get getsales() {
      return current.getsales;
    },
    takeUnexpectedHosts: others.takeAsked,
    network: server,
    renew: () => {
      current = createBoth();
      server.disconnect();
      others.takeAsked();
    },
    stop: async () => {
      await Promise.all([server.close(), others.stop()]);
    },
  };
}

function createBoth() {
  const linkedin = createLinkedInSite();
  const getsales = createSandbox();
  const serveLinkedIn = nodeListener(linkedin.app.fetch);
  const serveGetSales = sandboxListener(getsales);
  const dispatch: NodeListener = (incoming, outgoing) => {
    const authority = incoming.headers[':authority'] ?? incoming.headers.host;
    const host = String(authority).split(':')[0] ?? '';
    if (host === LINKEDIN_HOST) serveLinkedIn(incoming, outgoing);
    else serveGetSales(incoming, outgoing);
  };
  return { linkedin, getsales, dispatch };
}
