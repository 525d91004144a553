import { Hono } from 'hono';
import { limitRate, requireKey, type AccessState } from './access';
import { operations } from './contract/document';
import type { SandboxEnv } from './env';
import { exchange, type LoggedRequestParts } from './answered-request';
import { ConnectionBroken } from './faults/transport';
import { attachmentRoutes } from './routes/attachments';
import { blacklistRoutes } from './routes/blacklist';
import { contactRoutes } from './routes/contacts';
import { enrolmentRoutes } from './routes/enrolments';
import { flowRoutes } from './routes/flows';
import { identityRoutes } from './routes/identity';
import { listRoutes } from './routes/lists';
import { lookupRoutes } from './routes/lookup';
import { massActionRoutes } from './routes/mass-action';
import { messageRoutes } from './routes/messages';
import { noteRoutes } from './routes/notes';
import { organizeRoutes } from './routes/organize';
import { searchRoutes } from './routes/search';
import { senderRoutes } from './routes/senders';
import { taskRoutes } from './routes/tasks';
import { threadRoutes } from './routes/threads';
import { webhookRoutes } from './routes/webhooks';
import type { WorkspaceName } from './state/team';
import type { Workspace } from './state/workspace';
import { answerProblem, Missing, Problem } from './wire/problem';

// Fixed paths before the ones with an id in the same place: `leads/mass-action` is no contact.
const ROUTES = [
  identityRoutes,
  lookupRoutes,
  searchRoutes,
  massActionRoutes,
  contactRoutes,
  listRoutes,
  organizeRoutes,
  noteRoutes,
  blacklistRoutes,
  messageRoutes,
  threadRoutes,
  attachmentRoutes,
  senderRoutes,
  enrolmentRoutes,
  flowRoutes,
  taskRoutes,
  webhookRoutes,
] as const;

/** The whole API as one Hono app: the exchange around everything, then access, then the routes by subject. */
export function createApp(
  workspaceOf: (name: WorkspaceName) => Workspace,
  parts: LoggedRequestParts,
  access: AccessState,
): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(exchange(parts));
  app.use(requireKey(access, workspaceOf));
  app.use(limitRate(access, parts.now));
  for (const routes of ROUTES) {
    app.route('/', routes());
  }
  app.notFound((c) => {
    const elsewhere = operations().some((operation) => operation.pattern.test(c.req.path));
    if (!elsewhere) return c.body(null, 404);
    return answerProblem(
      c,
      new Problem(405, 'method_not_allowed', 'The method is not allowed here.', 'Method Not Allowed'),
    );
  });
  app.onError((error, c) => {
    if (error instanceof ConnectionBroken) throw error;
    if (error instanceof Problem) return answerProblem(c, error);
    if (error instanceof Missing) return c.body(null, 404);
    parts.contract?.note(`the sandbox broke at ${c.req.method} ${c.req.path}: ${error.message}`);
    return answerProblem(c, new Problem(500, 'internal_error', 'Server Error', 'Server Error'));
  });
  return app;
}
