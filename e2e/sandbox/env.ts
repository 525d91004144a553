import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { KeyName } from './access/keys';
import type { SandboxUser } from './state/team';
import type { Workspace } from './state/workspace';

/** Node's pair of a request that came over a socket. */
export interface NodePair {
  readonly incoming: IncomingMessage | Http2ServerRequest;
  readonly outgoing: ServerResponse | Http2ServerResponse;
}

/** What every route finds in its context. `Bindings` are empty when a request comes in process. */
export interface SandboxEnv {
  readonly Bindings: Partial<NodePair>;
  readonly Variables: {
    /** Rows younger than this are not listed yet, ms (a scripted fault). */
    lagMs: number;
    /** The key's name, user and workspace; set once the key is accepted. A reset replaces the workspace. */
    keyName: KeyName;
    user: SandboxUser;
    workspace: Workspace;
  };
}

/** Node's pair of a request that came over a socket; nothing in process, where Hono has no bindings at all. */
export function bindingsOf(c: { readonly env: Partial<NodePair> | undefined }): Partial<NodePair> {
  return c.env ?? {};
}
