import { For, Show, type JSX } from 'solid-js';
import { createNow } from '../app-context.ts';
import type { DeskRecords } from '../domain/records/desk-record.ts';
import type { SettingsSave } from '../domain/settings/partition-settings.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { changeWords } from './setting-words.ts';

/** Who changed what, when and why: the newest first. */
export const SettingsLog = (props: { readonly saves: readonly SettingsSave[]; readonly records: DeskRecords }): JSX.Element => {
  const now = createNow(60_000);
  return (
    <section class="card stack" aria-labelledby="settings-log">
      <h2 id="settings-log">{t('admin.log')}</h2>
      <Show when={props.saves.length > 0} fallback={<p class="soft">{t('admin.logNone')}</p>}>
        <ul role="list" class="settings-log">
          <For each={props.saves}>
            {(save) => (
              <li class="stack">
                <strong>{t('admin.logBy', { name: save.by.name, when: formatWhen(save.at, now()) })}</strong>
                <Show when={save.reason}>
                  <p>“{save.reason}”</p>
                </Show>
                <ul>
                  <For each={save.changes}>{(change) => <li>{changeWords(change, props.records)}</li>}</For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};
