/** Before the first question: what this service is, what may help at once, and what was already begun. */
import { A, useNavigate, useParams } from '@solidjs/router';
import { createMemo, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { startDraft } from '../../actions/start-draft.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { ServiceId } from '../../domain/ids.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Service } from '../../domain/service.ts';
import { expectedQuestionCount, walkFlow } from '../../domain/walk-flow.ts';
import { t } from '../../i18n/translate.ts';
import { observeService } from '../../store/observe/catalogue.ts';
import { observeDrafts } from '../../store/observe/drafts.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { IconSquare } from '../../ui/icon-square.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { DraftCard } from '../home/draft-card.tsx';
import { localDay } from '../local-day.ts';
import { SuggestedArticles } from './suggested-articles.tsx';
import { UnknownService } from './unknown-service.tsx';
import { WhatHappens } from './what-happens.tsx';
import '../../ui/back-link.css';
import './wizard.css';

export const ServicePage = (): JSX.Element => {
  const params = useParams();
  return (
    <div class="column stack-wide">
      <A class="back-link" href="/services">
        <Icon name="back" />
        {t('home.allServices')}
      </A>
      <Show when={params['serviceId']} keyed>
        {(serviceId) => <OneService serviceId={serviceId as ServiceId} />}
      </Show>
    </div>
  );
};

const OneService = (props: { readonly serviceId: ServiceId }): JSX.Element => {
  const { store } = useSignedIn();
  const offered = createLive(
    observeService(
      store,
      untrack(() => props.serviceId),
    ),
  );
  return (
    <Switch>
      <Match when={offered()?.value}>{(found) => <Offered service={found().service} flow={found().flow} />}</Match>
      <Match when={offered()?.known}>
        <UnknownService title={t('wizard.serviceGone')} words={t('wizard.serviceGoneWords')} />
      </Match>
      <Match when={offered()}>
        <NotHereYet isWholePage />
      </Match>
    </Switch>
  );
};

const Offered = (props: { readonly service: Service; readonly flow: QuestionFlow }): JSX.Element => {
  const { store, actions } = useSignedIn();
  const navigate = useNavigate();
  const now = createNow(30_000);
  const drafts = createLive(observeDrafts(store));
  // What the desk refused is edited from where it is shown, not begun again here.
  const begun = createMemo(() => drafts()?.filter((draft) => draft.service.id === props.service.id && draft.replaces === null) ?? []);
  const questionCount = createMemo(() => expectedQuestionCount(props.flow, walkFlow(props.flow, {}, localDay(now()))));
  const begin = createOneTap(async () => {
    const draft = await startDraft(actions, props.service, props.flow);
    navigate(`/drafts/${draft.id}`);
  });
  return (
    <>
      <div class="stack">
        <div class="row service-head">
          <IconSquare name={props.service.icon} />
          <PageTitle>{props.service.title}</PageTitle>
        </div>
        <p class="lead">{props.service.summary}</p>
      </div>
      <Show when={begun().length > 0}>
        <section class="stack" aria-labelledby="begun">
          <h2 id="begun">{t('wizard.begun')}</h2>
          <KeyedFor each={begun()} by={(draft) => draft.id}>
            {(draft) => <DraftCard draft={draft()} now={now()} />}
          </KeyedFor>
        </section>
      </Show>
      <SuggestedArticles articleIds={props.service.articleIds} />
      <button type="button" class={`button begin ${begun().length > 0 ? '' : 'primary'}`} onClick={() => void begin()}>
        {begun().length > 0 ? t('wizard.anew') : t('wizard.begin')}
      </button>
      <WhatHappens service={props.service} questionCount={questionCount()} />
    </>
  );
};
