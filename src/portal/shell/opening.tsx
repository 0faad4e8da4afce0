/** What is there before the portal itself is: its frame, and on the home page the greeting, where they will stand. */
import { Show, type JSX } from 'solid-js';
import type { PorticoJson } from '../../contract/portico-json.ts';
import { formatToday } from '../../i18n/format-date.ts';
import { greetingWords } from '../../ui/greeting-words.ts';
import { brand } from '../../ui/theme.ts';
import '../../ui/hero.css';
import { Brand } from './brand.tsx';

export const Opening = (props: { readonly settings: PorticoJson; readonly name: string }): JSX.Element => {
  const now = Date.now();
  return (
    <>
      <header class="top">
        <span class="brand">
          <Brand settings={props.settings} />
        </span>
      </header>
      <main>
        <Show when={location.pathname === '/'}>
          <div class="home">
            <div class={brand().banner ? 'hero on-banner' : 'hero'}>
              <p class="eyebrow">{formatToday(now)}</p>
              <h1>{greetingWords(now, props.name, brand().greeting)}</h1>
            </div>
          </div>
        </Show>
      </main>
    </>
  );
};
