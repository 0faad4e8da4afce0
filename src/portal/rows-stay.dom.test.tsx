import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, waitFor } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { anArticle, aPerson, aService, named } from '../domain/builders.testing.ts';
import type { ArticleId } from '../domain/ids.ts';
import { openPersonStore } from '../store/person-store.ts';
import { AnswersPage } from './answers/answers-page.tsx';
import { CataloguePage } from './catalogue/catalogue-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { openPortal } from './portal.testing.tsx';
import { loadScreens } from './with-screens.ts';

beforeAll(loadScreens);
afterEach(cleanup);

const article = anArticle({ id: named<ArticleId>('password'), title: 'A new password' });
const service = aService({ title: 'Laptop', oftenAsked: 1, articleIds: [article.id] });

/** A device that knows one service and one article. */
const openDevice = async (): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), aPerson());
  await store.cache.services.put({ id: service.id, position: 1, body: service });
  await store.cache.articles.put({ id: article.id, position: 1, body: article });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};

const routes = () => (
  <>
    <Route path="/" component={HomePage} />
    <Route path="/services" component={CataloguePage} />
    <Route path="/answers" component={AnswersPage} />
  </>
);

test.each([
  ['the catalogue', '/services', /^Laptop/],
  ['what is often asked for', '/', /^Laptop/],
  ['the quick answers', '/', /^A new password/],
  ['the answers', '/answers', /^A new password/],
  ['what a search found', '/?q=laptop', /^Laptop/],
])('in %s the focus stays where it is while the desk says something new', async (_, path, name) => {
  const actions = await openDevice();
  const portal = openPortal(actions, path, routes);
  const link = await portal.findByRole('link', { name });
  link.focus();

  await actions.store.cache.services.put({ id: service.id, position: 2, body: { ...service, summary: 'Now in blue' } });
  await actions.store.cache.articles.put({ id: article.id, position: 2, body: { ...article, summary: 'Now in blue' } });
  await waitFor(() => expect(portal.getByRole('link', { name }).textContent).toContain('Now in blue'));

  expect(document.activeElement).toBe(portal.getByRole('link', { name }));
});
