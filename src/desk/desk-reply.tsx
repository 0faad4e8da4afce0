import { Show, type Accessor, type JSX } from 'solid-js';
import type { Audience } from '../actions/reply-to-ticket.ts';
import type { TicketId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { toast } from '../ui/toasts.tsx';
import { createShortcuts } from './shortcuts/shortcuts.ts';
import { ReplyBox } from '../ticket-parts/reply-box.tsx';
import './desk-reply.css';

/** One box for both, and never in doubt which: whom it is for is chosen above it, and a note looks like nothing else. */
export const DeskReply = (props: { readonly ticketId: TicketId; readonly page: TicketPage }): JSX.Element => {
  const isForNobody = (): boolean => props.page.ticket.awaitsAccount === true;
  const isDecided = (): boolean => props.page.timeline.some(({ entry }) => entry.body.kind === 'registration');
  const replyWords = (): string => t('desk.toPerson', { name: props.page.ticket.requester.name });
  let choice: { readonly audience: Accessor<Audience>; readonly choose: (audience: Audience) => void } | undefined;
  /** Words that stand there stay for whom they are: internal ones never become a reply by a key. */
  const writeTo = (wanted: Audience): void => {
    const box = document.getElementById('reply');
    if (!choice || !(box instanceof HTMLTextAreaElement)) return;
    const audience = isForNobody() ? 'desk' : wanted;
    if (box.value.trim() === '') choice.choose(audience);
    else if (choice.audience() !== audience)
      toast(choice.audience() === 'desk' ? t('desk.isNote') : t('desk.isReply', { name: props.page.ticket.requester.name }));
    box.focus();
  };
  createShortcuts({ r: () => writeTo('everybody'), n: () => writeTo('desk') });
  return (
    <ReplyBox
      ticketId={props.ticketId}
      page={props.page}
      only={isForNobody() ? 'desk' : undefined}
      label={(audience) => (audience === 'desk' ? t('desk.noteWords') : t('reply.label'))}
      above={(audience, chooseAudience) => {
        choice = { audience, choose: chooseAudience };
        return (
          <Show
            when={!isForNobody()}
            fallback={
              <p class="soft">
                {t('desk.noAccount', { name: props.page.ticket.requester.name })} {isDecided() ? '' : t('desk.noAccountWords')}
              </p>
            }
          >
            <fieldset class="audience">
              <legend class="visually-hidden">{t('desk.audience')}</legend>
              <AudienceChoice words={replyWords()} isChosen={audience() === 'everybody'} onChoose={() => chooseAudience('everybody')} />
              <AudienceChoice words={t('desk.toDesk')} isChosen={audience() === 'desk'} onChoose={() => chooseAudience('desk')} />
            </fieldset>
          </Show>
        );
      }}
    />
  );
};

const AudienceChoice = (props: { readonly words: string; readonly isChosen: boolean; readonly onChoose: () => void }): JSX.Element => (
  <label class="audience-choice">
    <input type="radio" name="audience" checked={props.isChosen} onChange={() => props.onChoose()} />
    {props.words}
  </label>
);
