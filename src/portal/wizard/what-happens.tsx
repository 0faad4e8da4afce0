import { Show, type JSX } from 'solid-js';
import type { Service } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';

/** What somebody gets into who begins: how long it takes, and what becomes of it. */
export const WhatHappens = (props: { readonly service: Service; readonly questionCount: number }): JSX.Element => (
  <section class="card" aria-labelledby="what-happens">
    <h2 id="what-happens">{t('wizard.happens')}</h2>
    <ol class="what-happens">
      <li>{t('wizard.happens.answer', { count: props.questionCount })}</li>
      <li>{t('wizard.happens.send')}</li>
      <li>
        {t('wizard.happens.follow')}
        <Show when={props.service.targetHours}>{(hours) => <> {promiseWords(hours())}</>}</Show>
      </li>
    </ol>
  </section>
);

const promiseWords = (hours: number): string =>
  hours >= 48 ? t('wizard.promiseDays', { count: Math.round(hours / 24) }) : t('wizard.promiseHours', { count: hours });
