import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { openapiDocument } from './openapi-document.ts';

export const openapiRoutes = (): Hono => {
  let document: ReturnType<typeof openapiDocument> | null = null;
  // Made when somebody asks for it: it takes longer than all the rest of a start.
  return new Hono().get(routes.openapi, (context) => context.json((document ??= openapiDocument())));
};
