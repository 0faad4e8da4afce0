/** The reference backend as one function from request to response. */
import { Hono } from 'hono';
import { routes } from '../contract/routes.ts';
import { answerOtherOrigins } from './answer-other-origins.ts';
import { actionRoutes } from './actions/action-routes.ts';
import { signalRoutes } from './chat/signal-routes.ts';
import { changeRoutes } from './feed/change-routes.ts';
import { fileRoutes } from './files/file-routes.ts';
import { openapiRoutes } from './openapi/openapi-routes.ts';
import { factsOfFault } from './log.ts';
import { originCheck } from './origin-check.ts';
import { answerProblem, ProblemError } from './problem.ts';
import { passwordRoutes } from './password/password-routes.ts';
import { registrationRoutes } from './registration/registration-routes.ts';
import type { ServerDeps } from './server-deps.ts';
import { sessionRoutes } from './session/session-routes.ts';
import { withSecurityHeaders } from './site/security-headers.ts';
import { siteRoutes } from './site/site-routes.ts';

export const createServer = (deps: ServerDeps): Hono => {
  const app = new Hono();
  app.use(withSecurityHeaders(deps.site.porticoJson));
  app.use('/api/*', answerOtherOrigins(deps.extraOrigins));
  app.use('/api/*', async (context, next) => {
    const startedAt = performance.now();
    await next();
    context.header('Cache-Control', 'no-store');
    deps.log('request', {
      method: context.req.method,
      route: context.req.routePath,
      status: context.res.status,
      ms: Math.round(performance.now() - startedAt),
    });
  });
  app.use('/api/*', originCheck(deps.extraOrigins));
  app.get(routes.health, async (context) => {
    await deps.database.selectFrom('feed_head').select('id').executeTakeFirstOrThrow();
    return context.json({ ok: true });
  });
  app.route('/', sessionRoutes(deps));
  app.route('/', passwordRoutes(deps));
  app.route('/', registrationRoutes(deps));
  app.route('/', actionRoutes(deps));
  app.route('/', changeRoutes(deps));
  app.route('/', signalRoutes(deps));
  app.route('/', fileRoutes(deps));
  app.route('/', openapiRoutes());
  app.all('/api/*', () => {
    throw new ProblemError('not-found');
  });
  app.route('/', siteRoutes(deps.site));
  app.onError((fault, context) => {
    if (fault instanceof ProblemError) return answerProblem(context, fault);
    // Somebody who hung up in the middle of a request is no fault of ours.
    if (!context.req.raw.signal.aborted) deps.log('fault', { ...factsOfFault(fault), stack: placesOf(fault) });
    return answerProblem(context, new ProblemError('unavailable'));
  });
  return app;
};

/** The stack without its first lines, which repeat the message. */
const placesOf = (fault: Error): string =>
  (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
