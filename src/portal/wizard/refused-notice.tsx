/** A request that the desk did not take, opened again: what the desk said, and what can be done about it here. */
import { createSignal, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { carryDraftOver } from '../../actions/carry-draft-over.ts';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Service } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { observeService } from '../../store/observe/catalogue.ts';
import { observeHeldRefusal } from '../../store/observe/held-refusal.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';

type Changed = Awaited<ReturnType<typeof carryDraftOver>>;

export const RefusedNotice = (props: { readonly draft: DraftRow }): JSX.Element => {
  const { actions, store } = useSignedIn();
  const { replaces, service } = untrack(() => props.draft);
  const refusal = createLive(observeHeldRefusal(store, replaces));
  const offered = createLive(observeService(store, service.id));
  const [changed, setChanged] = createSignal<Changed | null>(null);
  const newer = (): { readonly service: Service; readonly flow: QuestionFlow } | null => {
    const found = offered()?.value;
    return found && found.flow.version !== props.draft.flow.version ? found : null;
  };
  return (
    <Switch>
      <Match when={changed()}>{(what) => <WhatChanged {...what()} />}</Match>
      <Match when={refusal()?.kind === 'flow-withdrawn' && newer()}>
        {(found) => (
          <section class="card needs-you stack" role="status">
            <p>{t('wizard.withdrawn')}</p>
            <button type="button" class="button" onClick={() => void carryDraftOver(actions, props.draft.id, found().service, found().flow).then(setChanged)}>
              {t('wizard.carryOver')}
            </button>
          </section>
        )}
      </Match>
      <Match when={refusal()}>
        {(why) => (
          <section class="card needs-you stack" role="status">
            <p>{refusalWords(why())}</p>
            <Labels words="wizard.notAccepted" labels={labelsOf(why(), props.draft.flow)} />
          </section>
        )}
      </Match>
    </Switch>
  );
};

const WhatChanged = (props: Changed): JSX.Element => (
  <section class="card tinted stack" role="status">
    <p>{t('wizard.carriedOver')}</p>
    <Labels words="wizard.added" labels={props.added} />
    <Labels words="wizard.gone" labels={props.gone} />
  </section>
);

const Labels = (props: { readonly words: 'wizard.added' | 'wizard.gone' | 'wizard.notAccepted'; readonly labels: readonly string[] }): JSX.Element => (
  <Show when={props.labels.length > 0}>
    <p>{t(props.words, { labels: props.labels.map((label) => `“${label}”`).join(', ') })}</p>
  </Show>
);

const labelsOf = (refusal: Refusal, flow: QuestionFlow): readonly string[] =>
  refusal.kind === 'answers-not-accepted'
    ? flow.steps.flatMap((step) => step.questions.filter(({ id }) => refusal.questionIds.includes(id)).map(({ label }) => label))
    : [];
