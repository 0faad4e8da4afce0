/** A labelled choice of one of a few, in the browser's own way. */
import { createUniqueId, Show, type JSX } from 'solid-js';
import { describedBy } from './described-by.ts';
import { FieldError } from './field-error.tsx';
import { KeyedFor } from './keyed-for.tsx';
import './field.css';

type SelectFieldProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly help?: string;
  readonly error?: string | null;
  /** The label stands beside it rather than above. */
  readonly isInline?: boolean;
};

export const SelectField = (props: SelectFieldProps): JSX.Element => {
  const id = createUniqueId();
  return (
    <div class={props.isInline ? 'row' : 'field'}>
      <label class="label" for={id}>
        {props.label}
      </label>
      <Show when={props.help}>
        <small id={`${id}-help`}>{props.help}</small>
      </Show>
      <select
        id={id}
        class="input"
        name={props.name}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props.help, props.error)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {/* A list that is open stays open when the same choices are told anew. */}
        <KeyedFor each={props.options} by={({ value }) => value}>
          {(option) => (
            <option value={option().value} selected={option().value === props.value}>
              {option().words}
            </option>
          )}
        </KeyedFor>
      </select>
      <FieldError id={`${id}-error`} error={props.error ?? null} />
    </div>
  );
};
