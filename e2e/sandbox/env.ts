import type { HttpBindings } from '@hono/node-server';
import type { Workspace } from './state/workspace';

/** What every route finds in its context. `Bindings` are empty when a request comes in process. */
export interface SandboxEnv {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** Rows younger than this are not listed yet, ms (a scripted fault). */
    lagMs: number;
  };
}

/** Node's pair of a request that came over a socket; nothing in process, where Hono has no bindings at all. */
export function bindingsOf(c: { readonly env: Partial<HttpBindings> | undefined }): Partial<HttpBindings> {
  return c.env ?? {};
}

/** What routes are made of. The workspace is asked for at every request, because a reset replaces it. */
export interface RouteDeps {
  readonly workspace: () => Workspace;
}
