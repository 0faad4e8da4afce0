/** What can be done by single letters, and the switch for whoever does not want them. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { areShortcutsOn, createShortcuts, helpShortcut, listShortcuts, switchShortcuts, ticketShortcuts } from './shortcuts.ts';
import './shortcut-help.css';

/** A button, and the sheet that it opens: so does `?`. */
export const ShortcutHelp = (): JSX.Element => {
  const [isOpen, setOpen] = createSignal(false);
  let button!: HTMLButtonElement;
  createShortcuts({ [helpShortcut]: () => setOpen(true) });
  const close = (): void => {
    setOpen(false);
    button.focus();
  };
  return (
    <>
      <button ref={button} type="button" class="button icon-only shortcut-help" aria-label={t('shortcuts.title')} onClick={() => setOpen(true)}>
        <Icon name="keyboard" />
      </button>
      <Show when={isOpen()}>
        <Dialog title={t('shortcuts.title')} onClose={close}>
          <label class="shortcut-switch">
            <input type="checkbox" checked={areShortcutsOn()} onChange={(event) => switchShortcuts(event.currentTarget.checked)} />
            <span>
              {t('shortcuts.on')}
              <small>{t('shortcuts.onWords')}</small>
            </span>
          </label>
          <div class="shortcut-lists" classList={{ off: !areShortcutsOn() }}>
            <Listed title={t('shortcuts.list')} keys={listShortcuts} />
            <Listed title={t('shortcuts.ticket')} keys={ticketShortcuts} />
          </div>
          <div class="dialog-actions">
            <button type="button" class="button primary" onClick={close}>
              {t('shortcuts.close')}
            </button>
          </div>
        </Dialog>
      </Show>
    </>
  );
};

const Listed = (props: { readonly title: string; readonly keys: readonly (typeof listShortcuts | typeof ticketShortcuts)[number][] }): JSX.Element => (
  <section class="stack">
    <h3>{props.title}</h3>
    <dl class="shortcuts">
      <For each={props.keys}>
        {(key) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcuts.key.${key}`)}</dd>
          </div>
        )}
      </For>
    </dl>
  </section>
);
