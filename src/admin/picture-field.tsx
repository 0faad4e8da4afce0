/** A picture, chosen as a file and made small on this device; none for the one that holds otherwise. */
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { pictureTypes, type PictureProblem } from '../domain/settings/picture-problem.ts';
import type { PictureField as Field } from '../domain/settings/look-picture.ts';
import { t } from '../i18n/translate.ts';
import { announce } from '../ui/announcer.tsx';
import { describedBy } from '../ui/described-by.ts';
import { FieldError } from '../ui/field-error.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/field.css';
import { lookPictureFrom } from './look-picture-from.ts';
import './picture-field.css';

type PictureFieldProps = {
  readonly label: string;
  readonly help: string;
  readonly field: Field;
  /** A `data:` URL, or nothing. */
  readonly value: string;
  readonly onChange: (url: string) => void;
};

export const PictureField = (props: PictureFieldProps): JSX.Element => {
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<PictureProblem | null>(null);
  let input!: HTMLInputElement;
  const choose = async (): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const made = await lookPictureFrom(file, props.field);
    // The same file can be chosen again after it was taken away.
    input.value = '';
    setProblem(made.ok ? null : made.problem);
    if (!made.ok) return;
    props.onChange(made.value);
    announce(t('admin.picture.chosen', { label: props.label }));
  };
  const takeAway = (): void => {
    setProblem(null);
    props.onChange('');
    announce(t('admin.picture.gone', { label: props.label }));
    input.focus();
  };
  const error = (): string | null => {
    const kind = problem();
    return kind && t(`admin.problem.${kind}`);
  };
  return (
    <div class="field">
      <span class="label" id={`${id}-label`}>
        {props.label}
      </span>
      <small id={`${id}-help`}>{props.help}</small>
      <div class="row wrap">
        <Show when={props.value}>
          <img class="picture-chosen" src={props.value} alt="" />
        </Show>
        <label class="button picture-button">
          <input
            ref={input}
            class="visually-hidden"
            type="file"
            accept={pictureTypes.join(',')}
            aria-labelledby={`${id}-label ${id}-choose`}
            aria-invalid={error() ? 'true' : undefined}
            aria-describedby={describedBy(id, props.help, error())}
            onChange={() => void choose()}
          />
          <Icon name="image" />
          <span id={`${id}-choose`}>{t(props.value ? 'admin.picture.another' : 'admin.picture.choose')}</span>
        </label>
        <Show when={props.value}>
          <button type="button" class="button quiet" id={`${id}-take-away`} aria-labelledby={`${id}-take-away ${id}-label`} onClick={takeAway}>
            {t('admin.picture.takeAway')}
          </button>
        </Show>
      </div>
      <FieldError id={`${id}-error`} error={error()} />
    </div>
  );
};
