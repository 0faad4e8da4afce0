/** The top of home on a phone, on light screens and on dark ones, as it would be with what is typed. */
import { createEffect, For, type JSX } from 'solid-js';
import { createNow, usePortal, useSignedIn } from '../app-context.ts';
import type { Scheme } from '../domain/settings/brand-contrast.ts';
import { formatToday } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { greetingWords } from '../ui/greeting-words.ts';
import { Logo } from '../ui/logo.tsx';
import { paintBrand, type Brand } from '../ui/theme.ts';
import '../ui/button.css';
import '../ui/hero.css';
import './look-preview.css';

const schemes: readonly Scheme[] = ['light', 'dark'];

export const LookPreview = (props: { readonly brand: Brand }): JSX.Element => (
  <div class="look-previews">
    <For each={schemes}>
      {(scheme) => (
        <figure>
          <figcaption>{t(`admin.preview.${scheme}`)}</figcaption>
          <Screen scheme={scheme} brand={props.brand} />
        </figure>
      )}
    </For>
  </div>
);

/** Nothing in it can be pressed. */
const Screen = (props: { readonly scheme: Scheme; readonly brand: Brand }): JSX.Element => {
  const { settings } = usePortal();
  const { person } = useSignedIn();
  const now = createNow(60_000);
  let screen!: HTMLDivElement;
  createEffect(() => paintBrand(screen, props.brand));
  return (
    <div ref={screen} class="look-preview" data-theme={props.scheme}>
      <div class="look-top">
        <Logo source={props.brand.logo} />
        <strong>{settings.shortName ?? settings.name}</strong>
      </div>
      <div class="look-home">
        <div class="hero" classList={{ 'on-banner': Boolean(props.brand.banner) }}>
          <p class="eyebrow">{formatToday(now())}</p>
          <p class="look-greeting">{greetingWords(now(), person.name, props.brand.greeting)}</p>
        </div>
        <div class="row wrap">
          <span class="button primary">{t('admin.preview.button')}</span>
          <span class="look-link">{t('admin.preview.link')}</span>
        </div>
      </div>
    </div>
  );
};
