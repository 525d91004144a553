import { Hono } from 'hono';
import { limitRate, requireKey, type AccessState } from './access/access';
import { operations } from './contract/document';
import type { SandboxEnv } from './env';
import { handleRequest, type HandlerDeps } from './network/handle-request';
import { ConnectionBroken } from './faults/connection';
import { changeAnswerByQuirk } from './quirks/change-answer';
import { refuseByQuirk } from './quirks/refuse-request';
import { attachmentRoutes } from './routes/outreach/attachments';
import { blacklistRoutes, noteRoutes } from './routes/contacts/notes-and-blacklist';
import { companyRoutes } from './routes/contacts/companies';
import { contactRoutes } from './routes/contacts/contacts';
import { customFieldRoutes } from './routes/contacts/custom-fields';
import { enrolmentRoutes } from './routes/outreach/enrolments';
import { flowRoutes } from './routes/outreach/flows';
import { identityRoutes } from './routes/identity';
import { listRoutes, organizeRoutes } from './routes/contacts/organize';
import { lookupRoutes } from './routes/contacts/lookup';
import { massActionRoutes } from './routes/contacts/mass-action';
import { metricRoutes } from './routes/contacts/metrics';
import { unreadRoutes } from './routes/contacts/unread';
import { messageRoutes } from './routes/outreach/messages';
import { searchRoutes } from './routes/contacts/search';
import { senderRoutes } from './routes/outreach/senders';
import { taskRoutes } from './routes/outreach/tasks';
import { threadRoutes } from './routes/outreach/threads';
import { webhookRoutes } from './routes/outreach/webhooks';
import type { WorkspaceName } from './state/team';
import type { Workspace } from './state/workspace';
import { answerProblem, Missing, Problem } from './wire/problem';

// Fixed paths before the ones with an id in the same place: `leads/mass-action` is no contact.
const ROUTES = [
  identityRoutes,
  lookupRoutes,
  searchRoutes,
  massActionRoutes,
  metricRoutes,
  unreadRoutes,
  contactRoutes,
  listRoutes,
  organizeRoutes,
  customFieldRoutes,
  companyRoutes,
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

/** The whole API as one Hono app: request handling around everything, then access, then the routes by subject. */
export function createApp(
  workspaceOf: (name: WorkspaceName) => Workspace,
  parts: HandlerDeps,
  access: AccessState,
): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(handleRequest(parts));
  app.use(changeAnswerByQuirk());
  app.use(requireKey(access, workspaceOf));
  app.use(limitRate(access, parts.now));
  app.use(refuseByQuirk());
  for (const routes of ROUTES) {
    app.route('/', routes());
  }
  app.notFound((c) => {
    const hasOtherMethod = operations().some((operation) => operation.pattern.test(c.req.path));
    if (!hasOtherMethod) return c.body(null, 404);
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
