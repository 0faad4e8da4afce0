/** The portal in front of a service desk that is not ours: the site, and that desk under the same origin. No database. */
import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { factsOfFault, type Log } from '../log.ts';
import { answerProblem, ProblemError } from '../problem.ts';
import { withSecurityHeaders } from '../site/security-headers.ts';
import { siteRoutes, type SiteDeps } from '../site/site-routes.ts';
import { requestTrackerProxy } from './request-tracker-proxy.ts';

export type FrontDeps = { readonly site: SiteDeps; /** Where the desk is. */ readonly target: string; readonly log: Log };

export const createFront = ({ site, target, log }: FrontDeps): Hono => {
  const app = new Hono();
  app.use(withSecurityHeaders(site.porticoJson));
  app.get(routes.health, (context) => context.json({ ok: true }));
  app.route('/', requestTrackerProxy(target));
  app.route('/', siteRoutes(site));
  app.onError((fault, context) => {
    if (fault instanceof ProblemError) return answerProblem(context, fault);
    if (!context.req.raw.signal.aborted) log('fault', factsOfFault(fault));
    return answerProblem(context, new ProblemError('unavailable'));
  });
  return app;
};
