/** The front door. The address somebody came for stays in the address bar, and is there when they are in. */
import { createEffect, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { Logo } from '../shell/logo.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

export const SignInPage = (): JSX.Element => {
  const { settings } = usePortal();
  createEffect(() => {
    document.title = `${t('signIn.title')} · ${settings.name}`;
  });
  return (
    <main class="door">
      <div class="door-card">
        <div class="door-brand">
          <Logo />
          <span>{settings.name}</span>
        </div>
        <h1>{t('signIn.title')}</h1>
        <p class="soft">{t('signIn.words')}</p>
        <SignInForm expected={null} />
      </div>
    </main>
  );
};
