import { For, onMount, Show, type JSX } from 'solid-js';
import { takeUpHeldSettings } from '../actions/save-settings.ts';
import { useSignedIn } from '../app-context.ts';
import type { DeskRecords } from '../domain/records/desk-record.ts';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';
import { t } from '../i18n/translate.ts';
import type { HeldSettings } from '../store/observe/settings.ts';
import { DiscardButton } from '../ticket-parts/discard-button.tsx';
import { refusalWords } from '../ticket-parts/refusal-words.ts';
import { focusHeadingAfter } from '../ui/focus-heading-after.ts';
import { bringToNotice } from './bring-to-notice.ts';
import { whyUnreadable } from './look-problem-words.ts';
import { placeWords, valueWords } from './setting-words.ts';

type HeldSettingsCardProps = {
  readonly held: HeldSettings;
  readonly nowAt: (place: SettingsPlace) => SettingsValue;
  readonly records: DeskRecords;
  readonly onTakeUp: (held: HeldSettings) => void;
};

/** A save that the desk did not take: what it was to be, beside what is set now. */
export const HeldSettingsCard = (props: HeldSettingsCardProps): JSX.Element => {
  const { actions } = useSignedIn();
  let card!: HTMLElement;
  onMount(() => bringToNotice(card, t('admin.held.title')));
  focusHeadingAfter(() => card);
  const takeUp = async (): Promise<void> => {
    const { held } = props;
    if (await takeUpHeldSettings(actions, held.id)) props.onTakeUp(held);
  };
  return (
    <section ref={card} tabIndex={-1} class="card needs-you stack" aria-label={t('admin.held.title')}>
      <h2>{t('admin.held.title')}</h2>
      <p>{refusalWords(props.held.refusal)}</p>
      <div class="settings-scroll">
        <table class="settings-compared">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('admin.held.yours')}</th>
              <th scope="col">{t('admin.held.now')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.held.changes}>
              {({ place, to }) => (
                <tr>
                  <th scope="row">{placeWords(place)}</th>
                  <td>
                    {valueWords(place, to, props.records)}
                    <Show when={whyUnreadable(place, to)}>{(words) => <small class="settings-why">{words()}</small>}</Show>
                  </td>
                  <td>{valueWords(place, props.nowAt(place), props.records)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={props.held.reason}>
        <p>“{props.held.reason}”</p>
      </Show>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => void takeUp()}>
          {t('admin.held.takeUp')}
        </button>
        <DiscardButton id={props.held.id} what={t('sync.item.save-settings')} />
      </div>
    </section>
  );
};
