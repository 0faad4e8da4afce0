/** The native input for each kind of question. */
import { createComponent, Show, type Component, type JSX } from 'solid-js';
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

type InputOf = { readonly [Kind in Question['kind']]: Component<AnswerInputProps<Kind>> };

const inputs: InputOf = {
  'short-text': ShortText,
  'long-text': LongText,
  'one-choice': OneChoice,
  'several-choices': SeveralChoices,
  'yes-no': YesNo,
  number: NumberInput,
  date: DateInput,
  file: FileAnswer,
  information: Information,
};

export const AnswerInput = (props: AnswerInputProps): JSX.Element => (
  <Show when={props.question.kind} keyed>
    {(kind) => createComponent(inputs[kind] as Component<AnswerInputProps>, props)}
  </Show>
);
