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

/** What routes are made of. The workspace is asked for at every request, because a reset replaces it. */
export interface RouteDeps {
  readonly workspace: () => Workspace;
}
