import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { formatBytes } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import type { OutboxFile } from '../../store/observe/outbox.ts';
import { DiscardButton } from '../../ticket-parts/discard-button.tsx';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';

/** A file whose bytes are damaged: the desk knows its name and waits for it in vain until it is chosen again. */
export const HeldFileCard = (props: { readonly file: OutboxFile }): JSX.Element => {
  const file = () => props.file.file;
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
        <DiscardButton id={file().id} isFile what={file().manifest.name} isOneOfMany />
      </div>
    </section>
  );
};
