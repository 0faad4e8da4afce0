/** Everything that will be sent, before it is sent: in order, with a way to change each answer. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, onMount, Show, type JSX } from 'solid-js';
import { submitDraft } from '../../actions/submit-draft.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { isFiles, isTexts } from '../../domain/accept-answer.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import type { Outcome, Walk } from '../../domain/walk-flow.ts';
import { t } from '../../i18n/translate.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { isOffline, observeSyncStatus } from '../../store/observe/sync-status.ts';
import { announce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FileCard } from '../../ticket-parts/file-card.tsx';
import { localDay } from '../local-day.ts';
import { dayWords } from './problem-words.ts';

type ReviewFormProps = {
  readonly draft: DraftRow;
  readonly walk: Walk;
  readonly onEdit: (question: Question) => void;
  readonly onBack: () => void;
  readonly onUnfinished: (outcome: Outcome) => void;
};

export const ReviewForm = (props: ReviewFormProps): JSX.Element => {
  const { actions, store } = useSignedIn();
  const navigate = useNavigate();
  const status = createLive(observeSyncStatus(store));
  const now = createNow(5_000);
  const [isSending, setSending] = createSignal(false);
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus({ preventScroll: true }));
  const offline = (): boolean => {
    const known = status();
    return known !== undefined && isOffline(known, now());
  };
  const send = async (): Promise<void> => {
    if (isSending()) return;
    setSending(true);
    const submitted = await submitDraft(actions, props.draft.id, localDay(Date.now()));
    setSending(false);
    if (submitted.ok) return navigate(`/tickets/${submitted.value}`, { replace: true });
    if (submitted.problem.kind !== 'not-finished') return;
    announce(t('wizard.unfinished'));
    props.onUnfinished(submitted.problem.outcome);
  };
  return (
    <div class="stack-wide">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {t('wizard.review')}
        </h1>
        <p class="soft question-help">{t('wizard.reviewWords')}</p>
      </div>
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
      <Show when={offline()}>
        <p class="row soft">
          <Icon name="cloud-off" />
          {t('wizard.sendOffline')}
        </p>
      </Show>
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

const AnswerWords = (props: { readonly question: Question; readonly value: AnswerValue }): JSX.Element => {
  const value = props.value;
  if (value === null) return <span class="soft">{t('wizard.leftOut')}</span>;
  if (typeof value === 'boolean') return t(value ? 'wizard.yes' : 'wizard.no');
  if (typeof value === 'number') return `${value}${props.question.kind === 'number' && props.question.unit ? ` ${props.question.unit}` : ''}`;
  if (isTexts(value)) return labelsOf(props.question, value).join(', ');
  if (isFiles(value)) {
    return (
      <ul role="list" class="file-list">
        <For each={value}>{(file) => <FileCard file={file} />}</For>
      </ul>
    );
  }
  if (props.question.kind === 'one-choice') return labelsOf(props.question, [value]).join(', ');
  return props.question.kind === 'date' ? dayWords(value) : <span class="typed-text">{value}</span>;
};

const labelsOf = (question: Question, ids: readonly string[]): readonly string[] =>
  'options' in question ? question.options.filter((option) => ids.includes(option.id)).map((option) => option.label) : ids;
