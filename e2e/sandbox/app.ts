import { Hono } from 'hono';
import { limitRate, requireKey, type AccessState } from './access';
import type { RouteDeps, SandboxEnv } from './env';
import { exchange, type ExchangeParts } from './exchange';
import { ConnectionBroken } from './faults/transport';
import { contactRoutes } from './routes/contacts';
import { identityRoutes } from './routes/identity';
import { listRoutes } from './routes/lists';
import { lookupRoutes } from './routes/lookup';
import { messageRoutes } from './routes/messages';
import { senderRoutes } from './routes/senders';
import { answerProblem, Missing, Problem } from './wire/problem';

/** The whole API as one Hono app: the exchange around everything, then access, then the routes by subject. */
export function createApp(deps: RouteDeps, parts: ExchangeParts, access: AccessState): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(exchange(parts));
  app.use(requireKey(access));
  app.use(limitRate(access, parts.now));
  for (const routes of [identityRoutes, lookupRoutes, contactRoutes, listRoutes, messageRoutes, senderRoutes]) {
    app.route('/', routes(deps));
  }
  app.notFound((c) => c.body(null, 404));
  app.onError((error, c) => {
    if (error instanceof ConnectionBroken) throw error;
    if (error instanceof Problem) return answerProblem(c, error);
    if (error instanceof Missing) return c.body(null, 404);
    throw error;
  });
  return app;
}
