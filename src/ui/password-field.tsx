/** A password, hidden until its writer wants to see it. */
import { createSignal, splitProps, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';
import { TextField } from './text-field.tsx';
import './password-field.css';

type PasswordFieldProps = Omit<Parameters<typeof TextField>[0], 'type'>;

export const PasswordField = (props: PasswordFieldProps): JSX.Element => {
  const [isShown, setShown] = createSignal(false);
  const [own, rest] = splitProps(props, ['label']);
  return (
    <div class="password">
      <TextField {...rest} label={own.label} type={isShown() ? 'text' : 'password'} required />
      <button type="button" class="button quiet icon-only" aria-pressed={isShown()} aria-label={t('signIn.show')} onClick={() => setShown(!isShown())}>
        <Icon name="eye" />
      </button>
    </div>
  );
};
