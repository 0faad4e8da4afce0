/** What whoever asked for an account has said since, where it is not what they said first. */
import { For, Show, type JSX } from 'solid-js';
import { saidAnew } from '../domain/registration/asked-again.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { PlainText } from './plain-text.tsx';
import './answers-card.css';

export const AskedAgain = (props: { readonly registration: Registration; readonly now: number }): JSX.Element => {
  const asked = () => (props.registration.again ?? []).map(({ at, ...said }) => ({ at, anew: saidAnew(props.registration, { at, ...said }) })).toReversed();
  const isOpen = (): boolean => props.registration.decision === null;
  return (
    <Show when={isOpen() && asked().length > 0}>
      <For each={asked()}>
        {({ at, anew }) => (
          <div>
            <strong>{t('registration.again', { when: formatWhen(at, props.now) })}</strong>
            <Show when={anew.length > 0} fallback={<p>{t('registration.againSame')}</p>}>
              <dl class="answers">
                <For each={anew}>
                  {({ detail, text }) => (
                    <div>
                      <dt>{t(`registration.detail.${detail}`)}</dt>
                      <dd>
                        <PlainText text={text || t('registration.nothing')} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </Show>
          </div>
        )}
      </For>
      <Show when={asked().some(({ anew }) => anew.length > 0)}>
        <p class="soft">{t('registration.againWords')}</p>
      </Show>
    </Show>
  );
};
