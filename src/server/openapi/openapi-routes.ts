import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { openapiDocument } from './openapi-document.ts';

export const openapiRoutes = (): Hono => {
  const document = openapiDocument();
  return new Hono().get(routes.openapi, (context) => context.json(document));
};
