import { For, Show, type JSX } from 'solid-js';
import { isTexts } from '../../domain/accept-answer.ts';
import type { Option } from '../../domain/question-flow.ts';
import { t } from '../../i18n/translate.ts';
import type { AnswerInputProps } from './answer-input.tsx';
import { inputNames } from './input-names.ts';
import '../../ui/choice.css';

export const OneChoice = (props: AnswerInputProps<'one-choice'>): JSX.Element => (
  <div class="stack" role="radiogroup" {...inputNames(props)}>
    <For each={props.question.options}>
      {(option) => (
        <label class="choice">
          <input type="radio" name={props.id} value={option.id} checked={props.value === option.id} onChange={() => props.onChange(option.id)} />
          <OptionWords option={option} />
        </label>
      )}
    </For>
  </div>
);

export const SeveralChoices = (props: AnswerInputProps<'several-choices'>): JSX.Element => {
  const chosen = (): readonly string[] => (isTexts(props.value) ? props.value : []);
  const toggle = (id: string, isOn: boolean): void =>
    // In the order of the question, however they were ticked.
    props.onChange(props.question.options.map((option) => option.id).filter((option) => (option === id ? isOn : chosen().includes(option))));
  return (
    // A group has no `aria-invalid`; its description says what is wrong.
    <div class="stack" role="group" {...inputNames(props)} aria-invalid={undefined}>
      <For each={props.question.options}>
        {(option) => (
          <label class="choice">
            <input type="checkbox" checked={chosen().includes(option.id)} onChange={(event) => toggle(option.id, event.currentTarget.checked)} />
            <OptionWords option={option} />
          </label>
        )}
      </For>
    </div>
  );
};

export const YesNo = (props: AnswerInputProps<'yes-no'>): JSX.Element => (
  <div class="yes-no" role="radiogroup" {...inputNames(props)}>
    <For each={[true, false]}>
      {(option) => (
        <label class="choice">
          <input type="radio" name={props.id} checked={props.value === option} onChange={() => props.onChange(option)} />
          <span>{t(option ? 'wizard.yes' : 'wizard.no')}</span>
        </label>
      )}
    </For>
  </div>
);

const OptionWords = (props: { readonly option: Option }): JSX.Element => (
  <span>
    {props.option.label}
    <Show when={props.option.help}>
      <small>{props.option.help}</small>
    </Show>
  </span>
);
