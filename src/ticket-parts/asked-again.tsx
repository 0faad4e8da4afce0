/** What whoever asked for an account has said since, beside what they said first where that is something else. */
import { For, Show, type JSX } from 'solid-js';
import { saidAnew } from '../domain/registration/asked-again.ts';
import { saidIn, type Registration } from '../domain/registration/registration.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { PlainText } from './plain-text.tsx';
import './registration-decision.css';

export const AskedAgain = (props: { readonly registration: Registration; readonly now: number }): JSX.Element => {
  const asked = () => (props.registration.again ?? []).map(({ at, ...said }) => ({ at, anew: saidAnew(props.registration, { at, ...said }) })).toReversed();
  const isOpen = (): boolean => props.registration.decision === null;
  return (
    <Show when={isOpen() && asked().length > 0}>
      <For each={asked()}>
        {({ at, anew }) => (
          <div>
            <Show
              when={anew.length > 0}
              fallback={
                <>
                  <strong>{againWords(at, props.now)}</strong>
                  <p>{t('registration.againSame')}</p>
                </>
              }
            >
              <table class="asked-again">
                <caption>{againWords(at, props.now)}</caption>
                <thead>
                  <tr>
                    <td />
                    <th scope="col">{t('registration.first')}</th>
                    <th scope="col">{t('registration.now')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={anew}>
                    {({ detail, text }) => (
                      <tr>
                        <th scope="row">{t(`registration.detail.${detail}`)}</th>
                        <td>
                          <Said text={saidIn(props.registration)[detail]} />
                        </td>
                        <td>
                          <Said text={text} />
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
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

const againWords = (at: number, now: number): string => t('registration.again', { when: formatWhen(at, now) });

/** Beside it stands something of the same length: more than this pushes the decision out of sight. */
const longest = 120;

const Said = (props: { readonly text: string }): JSX.Element => (
  <Show when={props.text.length > longest} fallback={<PlainText text={props.text || t('registration.nothing')} />}>
    <details>
      <summary dir="auto">{beginningOf(props.text)}</summary>
      <PlainText text={props.text} />
    </details>
  </Show>
);

/** Its first words. */
const beginningOf = (text: string): string => `${text.slice(0, longest / 2).replace(/\s+\S*$/, '')}…`;
