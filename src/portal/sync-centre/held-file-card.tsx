import { A } from '@solidjs/router';
import { createSignal, Show, type JSX } from 'solid-js';
import { discardHeldFile } from '../../actions/settle-held.ts';
import { useSignedIn } from '../../app-context.ts';
import { formatBytes } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import type { OutboxFile } from '../../store/observe/outbox.ts';
import { announce } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';

/** A file whose bytes are damaged: the desk knows its name and waits for it in vain until it is chosen again. */
export const HeldFileCard = (props: { readonly file: OutboxFile }): JSX.Element => {
  const { actions } = useSignedIn();
  const [isAsking, setAsking] = createSignal(false);
  const file = () => props.file.file;
  const discard = async (): Promise<void> => {
    setAsking(false);
    await discardHeldFile(actions, file().id);
    announce(t('held.discarded'));
  };
  return (
    <section class="card needs-you stack" aria-label={`${t('held.title')}: ${file().manifest.name}`}>
      <div>
        <h2>{t('sync.item.attach', { name: file().manifest.name })}</h2>
        <p class="soft">{`${formatBytes(file().manifest.sizeBytes)} · ${t('sync.item.for', { ticket: props.file.ticketTitle })}`}</p>
      </div>
      <p>{refusalWords({ kind: 'file-damaged' })}</p>
      <div class="row wrap">
        <A class="button" href={`/tickets/${file().ticketId}#reply`} aria-label={`${t('held.see')}: ${file().manifest.name}`}>
          {t('held.see')}
        </A>
        <button type="button" class="button danger" aria-label={`${t('held.discard')}: ${file().manifest.name}`} onClick={() => setAsking(true)}>
          {t('held.discard')}
        </button>
      </div>
      <Show when={isAsking()}>
        <Dialog title={t('discard.title')} onClose={() => setAsking(false)}>
          <p>{t('discard.what', { what: file().manifest.name })}</p>
          <div class="dialog-actions">
            <button type="button" class="button quiet" onClick={() => setAsking(false)}>
              {t('discard.keep')}
            </button>
            <button type="button" class="button danger" onClick={() => void discard()}>
              {t('discard.one')}
            </button>
          </div>
        </Dialog>
      </Show>
    </section>
  );
};
