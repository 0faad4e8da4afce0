/** What stood in the box when the chat ended, and the desk never got: a reply to the ticket, or nothing. */
import { useLocation } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { removeReplyFile } from '../../actions/keep-file.ts';
import { saveReply, sendReply } from '../../actions/reply-to-ticket.ts';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { PlainText } from '../../ticket-parts/plain-text.tsx';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';

export const hasBegun = (page: TicketPage | null): boolean => Boolean(page?.reply?.text.trim()) || (page?.replyFiles.length ?? 0) > 0;

export const BegunWords = (props: { readonly page: TicketPage; readonly onSettled: () => void }): JSX.Element => {
  const { actions } = useSignedIn();
  const location = useLocation();
  // On the page of the ticket it stands in the box there.
  const isHere = (): boolean => location.pathname !== `/tickets/${props.page.ticket.id}`;
  const send = createOneTap(async () => {
    const isSent = await sendReply(actions, props.page.ticket.id);
    if (isSent) announce(t('chat.begun.sent'));
    props.onSettled();
  });
  const discard = createOneTap(async () => {
    await saveReply(actions, props.page.ticket.id, '');
    for (const { id } of props.page.replyFiles) await removeReplyFile(actions, id);
    announce(t('held.discarded'));
    props.onSettled();
  });
  return (
    <Show when={isHere() && hasBegun(props.page)}>
      <div class="card needs-you stack">
        <p>{t('chat.begun')}</p>
        <blockquote class="chat-begun">
          <PlainText text={props.page.reply?.text ?? ''} />
          <For each={props.page.replyFiles}>{({ manifest }) => <small>{manifest.name}</small>}</For>
        </blockquote>
        <div class="row wrap">
          <button type="button" class="button" onClick={() => void send()}>
            {t('chat.begun.reply')}
          </button>
          <button type="button" class="button quiet" onClick={() => void discard()}>
            {t('held.discard')}
          </button>
        </div>
      </div>
    </Show>
  );
};
