/** What this person can ask for and read about, as the desk offers it now. */
import type { ArticleId, ServiceId } from '../../domain/ids.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Article, Service } from '../../domain/service.ts';
import type { CacheRow } from '../cache-db.ts';
import { flowKey, readCursor } from '../cache.ts';
import type { PersonStore } from '../person-store.ts';
import { live, remembered, type Live } from './live.ts';

/** `known` is false until the desk was read to the end once: an empty list then means "not known yet". */
export type Known<Value> = { readonly value: Value; readonly known: boolean };

const known = async <Value>(store: PersonStore, value: Value): Promise<Known<Value>> => ({ value, known: (await readCursor(store.cache))?.caughtUp ?? false });

export const observeServices = (store: PersonStore): Live<Known<readonly Service[]>> => observeAll<Service>(store, 'services');

export const observeArticles = (store: PersonStore): Live<Known<readonly Article[]>> => observeAll<Article>(store, 'articles');

export const observeArticle = (store: PersonStore, id: ArticleId): Live<Known<Article | null>> =>
  live(async () => known(store, (await store.cache.articles.get(id))?.body ?? null));

/** A service with the questions it asks today. */
export const observeService = (store: PersonStore, id: ServiceId): Live<Known<{ readonly service: Service; readonly flow: QuestionFlow } | null>> =>
  live(async () => {
    const service = (await store.cache.services.get(id))?.body ?? null;
    const flow = service && ((await store.cache.flows.get(flowKey(service.flow)))?.body ?? null);
    return known(store, service && flow ? { service, flow } : null);
  });

/** All that this person sees of them, in the order of their titles. */
const observeAll = <Body extends { readonly title: string }>(store: PersonStore, kind: 'services' | 'articles'): Live<Known<readonly Body[]>> =>
  remembered(
    store,
    kind,
    live(async () => {
      const rows = (await store.cache.table(kind).toArray()) as CacheRow<string, Body>[];
      return known(store, rows.flatMap((row) => row.body ?? []).sort(byTitle));
    }),
  );

const byTitle = (one: { readonly title: string }, other: { readonly title: string }): number => one.title.localeCompare(other.title);
