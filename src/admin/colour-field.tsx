/** A colour, chosen from the device's own colours or typed; empty for the one that holds otherwise. */
import { createUniqueId, type JSX } from 'solid-js';
import { isHexColour } from '../domain/colour.ts';
import { t } from '../i18n/translate.ts';
import { describedBy } from '../ui/described-by.ts';
import { FieldError } from '../ui/field-error.tsx';
import '../ui/field.css';
import './colour-field.css';

type ColourFieldProps = {
  readonly label: string;
  readonly help: string;
  readonly name: string;
  readonly value: string;
  /** `#rrggbb`: what holds while nothing is set. */
  readonly otherwise: string;
  readonly error: string | null;
  readonly onInput: (colour: string) => void;
};

export const ColourField = (props: ColourFieldProps): JSX.Element => {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id} class="label">
        {props.label}
      </label>
      <small id={`${id}-help`}>{props.help}</small>
      <div class="colour-field">
        <input
          class="colour-chosen"
          type="color"
          aria-label={t('admin.colour.choose', { label: props.label })}
          value={isHexColour(props.value) ? props.value.toLowerCase() : props.otherwise}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <input
          id={id}
          class="input"
          name={props.name}
          autocomplete="off"
          spellcheck={false}
          placeholder={props.otherwise}
          value={props.value}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props.help, props.error)}
          onInput={(event) => props.onInput(event.currentTarget.value.trim())}
        />
      </div>
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  );
};
