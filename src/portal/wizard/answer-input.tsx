/** The native input for each kind of question. */
import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js';
import { defaultMaxLength, isTexts } from '../../domain/accept-answer.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import { t } from '../../i18n/translate.ts';
import { localDay } from '../local-day.ts';
import { FileAnswer } from './file-answer.tsx';
import type { QuestionFormProps } from './question-form.tsx';
import '../../ui/field.css';

type AnswerInputProps = Omit<QuestionFormProps, 'onContinue' | 'onBack' | 'answer'> & { readonly id: string; readonly value: AnswerValue | undefined };
type KindProps<Kind extends Question['kind']> = AnswerInputProps & { readonly question: Extract<Question, { kind: Kind }> };

export const AnswerInput = (props: AnswerInputProps): JSX.Element => (
  <Switch>
    <Match when={props.question.kind === 'short-text'}>
      <ShortText {...(props as KindProps<'short-text'>)} />
    </Match>
    <Match when={props.question.kind === 'long-text'}>
      <LongText {...(props as KindProps<'long-text'>)} />
    </Match>
    <Match when={props.question.kind === 'one-choice'}>
      <OneChoice {...(props as KindProps<'one-choice'>)} />
    </Match>
    <Match when={props.question.kind === 'several-choices'}>
      <SeveralChoices {...(props as KindProps<'several-choices'>)} />
    </Match>
    <Match when={props.question.kind === 'yes-no'}>
      <YesNo {...props} />
    </Match>
    <Match when={props.question.kind === 'number'}>
      <NumberInput {...(props as KindProps<'number'>)} />
    </Match>
    <Match when={props.question.kind === 'date'}>
      <DateInput {...(props as KindProps<'date'>)} />
    </Match>
    <Match when={props.question.kind === 'file'}>
      <FileAnswer {...(props as KindProps<'file'>)} />
    </Match>
    <Match when={props.question.kind === 'information'}>
      <Information {...(props as KindProps<'information'>)} />
    </Match>
  </Switch>
);

/** The heading is the label; help and error are read with it. */
const aria = (props: AnswerInputProps): JSX.AriaAttributes & { readonly 'aria-required'?: boolean } => ({
  'aria-labelledby': `${props.id}-label`,
  'aria-describedby': [props.question.help ? `${props.id}-help` : '', props.problem ? `${props.id}-error` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': props.problem ? 'true' : undefined,
});

const textOf = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '');

const ShortText = (props: KindProps<'short-text'>): JSX.Element => (
  <input
    {...aria(props)}
    class="input"
    type="text"
    value={textOf(props.value)}
    maxLength={props.question.maxLength ?? defaultMaxLength['short-text']}
    placeholder={props.question.placeholder}
    onInput={(event) => props.onChange(event.currentTarget.value)}
  />
);

/** Characters before the end at which it is said how many are left. */
const nearTheEnd = 200;

const LongText = (props: KindProps<'long-text'>): JSX.Element => {
  const max = (): number => props.question.maxLength ?? defaultMaxLength['long-text'];
  const left = createMemo(() => max() - textOf(props.value).length);
  return (
    <div class="field">
      <textarea
        {...aria(props)}
        class="input"
        rows={5}
        maxLength={max()}
        placeholder={props.question.placeholder}
        value={textOf(props.value)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <Show when={left() < nearTheEnd}>
        <small>{t('wizard.left', { count: left() })}</small>
      </Show>
    </div>
  );
};

const OneChoice = (props: KindProps<'one-choice'>): JSX.Element => (
  <div class="stack" role="radiogroup" {...aria(props)}>
    <For each={props.question.options}>
      {(option) => (
        <label class="choice">
          <input type="radio" name={props.id} value={option.id} checked={props.value === option.id} onChange={() => props.onChange(option.id)} />
          <span>
            {option.label}
            <Show when={option.help}>
              <small>{option.help}</small>
            </Show>
          </span>
        </label>
      )}
    </For>
  </div>
);

const SeveralChoices = (props: KindProps<'several-choices'>): JSX.Element => {
  const chosen = (): readonly string[] => (isTexts(props.value) ? props.value : []);
  const toggle = (id: string, isOn: boolean): void =>
    // In the order of the question, however they were ticked.
    props.onChange(props.question.options.map((option) => option.id).filter((option) => (option === id ? isOn : chosen().includes(option))));
  return (
    <div class="stack" role="group" {...aria(props)}>
      <For each={props.question.options}>
        {(option) => (
          <label class="choice">
            <input type="checkbox" checked={chosen().includes(option.id)} onChange={(event) => toggle(option.id, event.currentTarget.checked)} />
            <span>
              {option.label}
              <Show when={option.help}>
                <small>{option.help}</small>
              </Show>
            </span>
          </label>
        )}
      </For>
    </div>
  );
};

const YesNo = (props: AnswerInputProps): JSX.Element => (
  <div class="stack" role="radiogroup" {...aria(props)}>
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

const NumberInput = (props: KindProps<'number'>): JSX.Element => (
  <div class="row">
    <input
      {...aria(props)}
      class="input number-input"
      type="text"
      inputmode={props.question.whole ? 'numeric' : 'decimal'}
      value={props.value === undefined || props.value === null ? '' : String(props.value)}
      // What is no number is kept as it was typed, so that the error stands beside it and nothing vanishes.
      onInput={(event) => props.onChange(numberOrText(event.currentTarget.value))}
    />
    <Show when={props.question.unit}>
      <span class="soft">{props.question.unit}</span>
    </Show>
  </div>
);

const numberOrText = (text: string): number | string => {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) && String(Number(plain)) === plain ? Number(plain) : text;
};

const DateInput = (props: KindProps<'date'>): JSX.Element => {
  const shortcuts = (): readonly (readonly ['wizard.today' | 'wizard.tomorrow' | 'wizard.nextWeek', string])[] =>
    ([
      ['wizard.today', localDay(Date.now())],
      ['wizard.tomorrow', localDay(Date.now() + 86_400_000)],
      ['wizard.nextWeek', localDay(Date.now() + 7 * 86_400_000)],
    ] as const).filter(([, day]) => (!earliest() || day >= (earliest() as string)) && (!latest() || day <= (latest() as string)));
  const bound = (limit: string | undefined): string | undefined => (limit === 'today' ? localDay(Date.now()) : limit);
  const earliest = (): string | undefined => bound(props.question.earliest);
  const latest = (): string | undefined => bound(props.question.latest);
  return (
    <div class="stack">
      <input {...aria(props)} class="input date-input" type="date" min={earliest()} max={latest()} value={textOf(props.value)} onInput={(event) => props.onChange(event.currentTarget.value)} />
      <div class="row wrap">
        <For each={shortcuts()}>
          {([key, day]) => (
            <button type="button" class="button small" aria-pressed={props.value === day} onClick={() => props.onChange(day)}>
              {t(key)}
            </button>
          )}
        </For>
      </div>
    </div>
  );
};

const Information = (props: KindProps<'information'>): JSX.Element => (
  <div class="card tinted prose">
    <For each={props.question.text.split(/\n\s*\n/)}>{(paragraph) => <p>{paragraph}</p>}</For>
  </div>
);
