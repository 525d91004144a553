import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { KeyName } from './access/keys';
import type { Quirks } from './quirks/positions';
import type { SandboxUser } from './state/team';
import type { Workspace } from './state/workspace';

/** Node's request and response objects of a request over a socket. */
export interface NodePair {
  readonly incoming: IncomingMessage | Http2ServerRequest;
  readonly outgoing: ServerResponse | Http2ServerResponse;
}

/** The context of every route. `Bindings` are empty for an in-process request. */
export interface SandboxEnv {
  readonly Bindings: Partial<NodePair>;
  readonly Variables: {
    /** Rows younger than this are not listed yet, ms (a scripted fault). */
    lagMs: number;
    /** The position of every switch (quirks/positions.ts). */
    quirks: Readonly<Quirks>;
    /** The key's name, user and workspace; set once the key is accepted. A reset replaces the workspace. */
    keyName: KeyName;
    user: SandboxUser;
    workspace: Workspace;
  };
}

/** Node's request and response objects; empty for an in-process request, where Hono has no bindings. */
export function bindingsOf(c: { readonly env: Partial<NodePair> | undefined }): Partial<NodePair> {
  return c.env ?? {};
}
