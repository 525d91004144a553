import { createLinkedInSite, type LinkedInSite } from '../linkedin/site';
import { createLoopback, type NodeListener, type Protocol } from '../sandbox/network/loopback';
import { createSandbox, type Sandbox } from '../sandbox/sandbox';
import { nodeListener, sandboxListener } from '../sandbox/start';
import { makeCertificate } from './certificate';

export const LINKEDIN_HOST = 'www.linkedin.com';
export const GETSALES_HOST = 'amazing.getsales.io';

export interface Sites {
  readonly port: number;
  readonly spki: string;
  readonly linkedin: LinkedInSite;
  readonly getsales: Pick<Sandbox, 'key' | 'keys' | 'control'>;
  /** Hosts that somebody asked for here and that are neither of the two. */
  readonly strangers: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** The local LinkedIn and the local GetSales behind one HTTPS port on loopback, told apart by the host that is asked for. */
export async function startSites(protocol: Protocol = 'h2'): Promise<Sites> {
  const { key, cert, spki } = await makeCertificate([LINKEDIN_HOST, GETSALES_HOST]);
  const linkedin = createLinkedInSite();
  const sandbox = createSandbox();
  const strangers: string[] = [];
  const serveLinkedIn = nodeListener(linkedin.app.fetch);
  const serveGetSales = sandboxListener(sandbox);
  const dispatch: NodeListener = (incoming, outgoing) => {
    const asked = incoming.headers[':authority'] ?? incoming.headers.host;
    const host = String(asked).split(':')[0] ?? '';
    if (host === LINKEDIN_HOST) serveLinkedIn(incoming, outgoing);
    else if (host === GETSALES_HOST) serveGetSales(incoming, outgoing);
    else {
      strangers.push(host);
      outgoing.writeHead(421);
      outgoing.end();
    }
  };
  const server = createLoopback(dispatch, { tls: { key, cert }, protocol });
  const port = await server.listen(0);
  return {
    port,
    spki,
    linkedin,
    getsales: sandbox,
    strangers: () => strangers,
    stop: server.close,
  };
}
