/** The native input for each kind of question. */
import { Match, Switch, type JSX } from 'solid-js';
import type { ActionId } from '../../domain/ids.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import type { FilesBeingKept } from '../../ticket-parts/files-being-kept.ts';
import { OneChoice, SeveralChoices, YesNo } from './choice-inputs.tsx';
import { DateInput } from './date-input.tsx';
import { FileAnswer } from './file-answer.tsx';
import { Information } from './information.tsx';
import { NumberInput } from './number-input.tsx';
import { LongText, ShortText } from './text-inputs.tsx';
import '../../ui/field.css';

export type AnswerInputProps<Kind extends Question['kind'] = Question['kind']> = {
  readonly id: string;
  readonly draftId: ActionId;
  readonly question: Extract<Question, { readonly kind: Kind }>;
  readonly value: AnswerValue | undefined;
  readonly hasProblem: boolean;
  readonly keeping: FilesBeingKept;
  readonly onChange: (value: AnswerValue) => void;
};

export const AnswerInput = (props: AnswerInputProps): JSX.Element => (
  <Switch>
    <Match when={props.question.kind === 'short-text'}>
      <ShortText {...(props as AnswerInputProps<'short-text'>)} />
    </Match>
    <Match when={props.question.kind === 'long-text'}>
      <LongText {...(props as AnswerInputProps<'long-text'>)} />
    </Match>
    <Match when={props.question.kind === 'one-choice'}>
      <OneChoice {...(props as AnswerInputProps<'one-choice'>)} />
    </Match>
    <Match when={props.question.kind === 'several-choices'}>
      <SeveralChoices {...(props as AnswerInputProps<'several-choices'>)} />
    </Match>
    <Match when={props.question.kind === 'yes-no'}>
      <YesNo {...(props as AnswerInputProps<'yes-no'>)} />
    </Match>
    <Match when={props.question.kind === 'number'}>
      <NumberInput {...(props as AnswerInputProps<'number'>)} />
    </Match>
    <Match when={props.question.kind === 'date'}>
      <DateInput {...(props as AnswerInputProps<'date'>)} />
    </Match>
    <Match when={props.question.kind === 'file'}>
      <FileAnswer {...(props as AnswerInputProps<'file'>)} />
    </Match>
    <Match when={props.question.kind === 'information'}>
      <Information {...(props as AnswerInputProps<'information'>)} />
    </Match>
  </Switch>
);
