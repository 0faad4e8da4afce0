/** A labelled choice of one of a few, in the browser's own way. */
import { createUniqueId, For, type JSX } from 'solid-js';
import './field.css';

type SelectFieldProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
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
      <select id={id} class="input" name={props.name} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.words}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};
