/** A labelled box for several lines, with help and error. */
import { createUniqueId, Show, splitProps, type JSX } from 'solid-js';
import { describedBy } from './described-by.ts';
import { FieldError } from './field-error.tsx';
import './field.css';

type LongTextFieldProps = JSX.TextareaHTMLAttributes<HTMLTextAreaElement> & {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | null;
};

export const LongTextField = (props: LongTextFieldProps): JSX.Element => {
  const [own, rest] = splitProps(props, ['label', 'help', 'error']);
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id} class="label">
        {own.label}
      </label>
      <Show when={own.help}>
        <small id={`${id}-help`}>{own.help}</small>
      </Show>
      <textarea
        rows={4}
        dir="auto"
        {...rest}
        id={id}
        class="input"
        aria-invalid={own.error ? 'true' : undefined}
        aria-describedby={describedBy(id, own.help, own.error)}
      />
      <FieldError id={`${id}-error`} error={own.error ?? null} />
    </div>
  );
};
