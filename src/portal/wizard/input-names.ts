import type { JSX } from 'solid-js';
import type { AnswerInputProps } from './answer-input.tsx';

type InputNames = Pick<JSX.AriaAttributes, 'aria-labelledby' | 'aria-describedby' | 'aria-invalid'>;

/** The heading is the label; help and error are read with it. */
export const inputNames = ({ id, question, hasProblem }: Pick<AnswerInputProps, 'id' | 'question' | 'hasProblem'>): InputNames => ({
  'aria-labelledby': `${id}-label`,
  'aria-describedby': [question.help ? `${id}-help` : '', hasProblem ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': hasProblem ? 'true' : undefined,
});
