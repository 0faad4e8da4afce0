/** The questions behind a service, as data: versioned, conditional, checked when they are loaded. */
import type { FlowId, QuestionId, StepId } from './ids.ts';
import type { Day } from './instant.ts';
import type { FileManifest } from './ticket.ts';

export type QuestionFlow = {
  readonly id: FlowId;
  readonly version: number;
  readonly title: string;
  /** The question whose answer names the ticket; null names it after the service. */
  readonly titleFrom: QuestionId | null;
  /** The question whose answer says where the person or the thing is; left out where none does. */
  readonly placeFrom?: QuestionId;
  /** In the order they can be asked: a route only leads forward, so a walk always ends. */
  readonly steps: readonly Step[];
};

export type Step = {
  readonly id: StepId;
  readonly questions: readonly Question[];
  /** The first route whose condition holds is taken. Without routes the next step follows, after the last the review. */
  readonly routes?: readonly Route[];
};

export type Route = { readonly to: StepId | 'review'; readonly when?: Condition };

type Asked = {
  readonly id: QuestionId;
  readonly label: string;
  readonly help?: string;
  /** Asked only when this holds of the answers before it. */
  readonly when?: Condition;
};
/** Answers are required unless the question says `optional`. */
type Answerable = Asked & { readonly optional?: boolean };

export type Question =
  | (Answerable & {
      readonly kind: 'short-text';
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
      readonly patternHelp?: string;
      readonly placeholder?: string;
    })
  | (Answerable & { readonly kind: 'long-text'; readonly minLength?: number; readonly maxLength?: number; readonly placeholder?: string })
  | (Answerable & { readonly kind: 'one-choice'; readonly options: readonly Option[] })
  | (Answerable & { readonly kind: 'several-choices'; readonly options: readonly Option[]; readonly minChoices?: number; readonly maxChoices?: number })
  | (Answerable & { readonly kind: 'yes-no' })
  | (Answerable & { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly whole?: boolean; readonly unit?: string })
  | (Answerable & { readonly kind: 'date'; readonly earliest?: Day | 'today'; readonly latest?: Day | 'today' })
  | (Answerable & { readonly kind: 'file'; readonly maxFiles?: number })
  /** Something to read before going on; `text` is plain, paragraphs are parted by empty lines. */
  | (Asked & { readonly kind: 'information'; readonly text: string });

export type QuestionKind = Question['kind'];
export type Option = { readonly id: string; readonly label: string; readonly help?: string };

/**
 * The answer to one question, by its kind: text, number, yes or no, the id of an option, ids of options, a day, files.
 * `null` says that an optional question was left out on purpose; an information that was read is answered `true`.
 */
export type AnswerValue = string | number | boolean | null | readonly string[] | readonly FileManifest[];
export type Answers = Readonly<Record<QuestionId, AnswerValue>>;

/** Conditions speak about answers given before, on the way to here; one that was not given makes a comparison false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly question: QuestionId;
      readonly is: 'equal' | 'not-equal' | 'less-than' | 'at-most' | 'more-than' | 'at-least';
      readonly value: string | number | boolean;
    }
  /** For several choices: the option is among the chosen ones. */
  | { readonly question: QuestionId; readonly is: 'including'; readonly value: string }
  | { readonly question: QuestionId; readonly is: 'answered' };
