import { For, Match, Show, Switch, type JSX } from 'solid-js';
import { isFiles } from '../domain/accept-answer.ts';
import type { AnsweredQuestion, FileManifest, Ticket } from '../domain/ticket.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { formatDay } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { PlainText } from './plain-text.tsx';
import './answers-card.css';

/** What was answered when the ticket was raised, beside the words that were asked. */
export const AnswersCard = (props: { readonly ticket: Ticket; readonly title: string }): JSX.Element => {
  const told = (): readonly AnsweredQuestion[] => props.ticket.answers.filter(({ kind, value }) => kind !== 'information' && value !== null);
  return (
    <Show when={told().length > 0}>
      <section class="card stack">
        <h2>{props.title}</h2>
        <dl class="answers">
          <For each={told()}>
            {(answer) => (
              <div>
                <dt>{answer.label}</dt>
                <dd>
                  <AnswerWords answer={answer} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
};

const AnswerWords = (props: { readonly answer: AnsweredQuestion }): JSX.Element => (
  <Switch fallback={<PlainText text={plainWords(props.answer)} />}>
    <Match when={filesOf(props.answer)}>{(files) => <For each={files()}>{(file) => <p>{`${file.name} (${formatBytes(file.sizeBytes)})`}</p>}</For>}</Match>
  </Switch>
);

const filesOf = ({ value }: AnsweredQuestion): readonly FileManifest[] | null => (isFiles(value) ? value : null);

const plainWords = ({ kind, value, optionLabels }: AnsweredQuestion): string => {
  if (optionLabels.length > 0) return optionLabels.join(', ');
  if (typeof value === 'boolean') return t(value ? 'wizard.yes' : 'wizard.no');
  if (kind === 'date' && typeof value === 'string') return formatDay(value);
  return typeof value === 'object' ? '' : String(value);
};
