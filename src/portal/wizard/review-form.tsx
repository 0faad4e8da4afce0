/** Everything that will be sent, before it is sent: in order, with a way to change each answer. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { submitDraft } from '../../actions/submit-draft.ts';
import { useSignedIn } from '../../app-context.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question-flow.ts';
import type { Outcome, Walk } from '../../domain/walk-flow.ts';
import { t } from '../../i18n/translate.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { localDay } from '../local-day.ts';
import { AnswerWords } from './answer-words.tsx';

type ReviewFormProps = {
  readonly draftId: ActionId;
  readonly service: string;
  readonly walk: Walk;
  readonly onEdit: (question: Question) => void;
  readonly onBack: () => void;
  readonly onSending: () => void;
  readonly onUnfinished: (outcome: Outcome) => void;
};

export const ReviewForm = (props: ReviewFormProps): JSX.Element => {
  const { actions } = useSignedIn();
  const [isNotKept, setNotKept] = createSignal(false);
  let isSending = false;
  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    setNotKept(false);
    props.onSending();
    try {
      const submitted = await submitDraft(actions, props.draftId, localDay(Date.now()));
      // Sent or gone: the page that reads the draft shows it.
      if (!submitted.ok && submitted.problem.kind === 'not-finished') props.onUnfinished(submitted.problem.outcome);
    } catch {
      setNotKept(true);
    } finally {
      isSending = false;
    }
  };
  return (
    <div class="stack-wide">
      <div>
        <PageTitle documentTitle={`${t('wizard.review')} · ${props.service}`}>{t('wizard.review')}</PageTitle>
        <p class="soft question-help">{t('wizard.reviewWords')}</p>
      </div>
      <Answers walk={props.walk} onEdit={props.onEdit} />
      <OfflineNote />
      <FieldError id="not-kept" error={isNotKept() ? t('text.notKept') : null} />
      <div class="row between wizard-actions">
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t('wizard.back')}
        </button>
        <button type="button" class="button primary" onClick={() => void send()}>
          <Icon name="send" />
          {t('wizard.send')}
        </button>
      </div>
    </div>
  );
};

const Answers = (props: Pick<ReviewFormProps, 'walk' | 'onEdit'>): JSX.Element => (
  <dl class="card review">
    <For each={props.walk.questions.filter((question) => question.kind !== 'information')}>
      {(question) => (
        <div class="review-row">
          <dt>{question.label}</dt>
          <dd>
            <AnswerWords question={question} value={props.walk.answers[question.id] ?? null} />
          </dd>
          <dd>
            <button type="button" class="link-button" aria-label={`${t('wizard.edit')}: ${question.label}`} onClick={() => props.onEdit(question)}>
              {t('wizard.edit')}
            </button>
          </dd>
        </div>
      )}
    </For>
  </dl>
);

const OfflineNote = (): JSX.Element => {
  const offlineSince = createOfflineSince();
  return (
    <Show when={offlineSince() !== null}>
      <p class="card tinted row">
        <Icon name="cloud-off" />
        <span>{t('wizard.sendOffline')}</span>
      </p>
    </Show>
  );
};
