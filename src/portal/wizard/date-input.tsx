import { createEffect, For, Show, type JSX } from 'solid-js';
import { answerProblem } from '../../domain/accept-answer.ts';
import { isDay, type Day } from '../../domain/instant.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import { localDay } from '../local-day.ts';
import type { AnswerInputProps } from './answer-input.tsx';
import { inputNames } from './input-names.ts';

export const DateInput = (props: AnswerInputProps<'date'>): JSX.Element => {
  let input!: HTMLInputElement;
  const day = (): Day => (typeof props.value === 'string' ? props.value : '');
  createEffect(() => {
    // Said again, a value would wipe out the parts of a day that are typed so far.
    if (input.value !== day()) input.value = day();
  });
  const shortcuts = (): readonly Shortcut[] => allShortcuts().filter((shortcut) => answerProblem(props.question, shortcut.day, localDay(Date.now())) === null);
  return (
    <div class="stack">
      <div class="row wrap">
        <input
          {...inputNames(props)}
          ref={input}
          class="input date-input"
          type="date"
          min={bound(props.question.earliest)}
          max={bound(props.question.latest)}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
        <Show when={isDay(day())}>
          <span class="soft">{formatDay(day())}</span>
        </Show>
      </div>
      <div class="row wrap">
        <For each={shortcuts()}>
          {(shortcut) => (
            <button type="button" class="button small" aria-pressed={day() === shortcut.day} onClick={() => props.onChange(shortcut.day)}>
              {t(shortcut.key)}
            </button>
          )}
        </For>
      </div>
    </div>
  );
};

type Shortcut = { readonly key: 'wizard.yesterday' | 'wizard.today' | 'wizard.tomorrow' | 'wizard.nextWeek'; readonly day: Day };

const dayMs = 86_400_000;

const allShortcuts = (): readonly Shortcut[] => [
  { key: 'wizard.yesterday', day: localDay(Date.now() - dayMs) },
  { key: 'wizard.today', day: localDay(Date.now()) },
  { key: 'wizard.tomorrow', day: localDay(Date.now() + dayMs) },
  { key: 'wizard.nextWeek', day: localDay(Date.now() + 7 * dayMs) },
];

const bound = (limit: Day | 'today' | undefined): Day | undefined => (limit === 'today' ? localDay(Date.now()) : limit);
