import { createEffect, createSignal, on, type JSX } from 'solid-js';
import type { Audience } from '../actions/reply-to-ticket.ts';
import type { TicketId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { ReplyBox } from '../ticket-parts/reply-box.tsx';
import './desk-reply.css';

/** One box for both, and never in doubt which: whom it is for is chosen above it, and a note looks like nothing else. */
export const DeskReply = (props: { readonly ticketId: TicketId; readonly page: TicketPage }): JSX.Element => {
  const stored = (): Audience | null => (props.page.reply ? (props.page.reply.audience ?? 'everybody') : null);
  const [audience, setAudience] = createSignal<Audience>(stored() ?? 'everybody');
  // A note that was put back into the box, or begun in another tab, is a note here too.
  createEffect(on(stored, (next) => next !== null && setAudience(next), { defer: true }));
  const name = (): string => props.page.ticket.requester.name;
  return (
    <ReplyBox ticketId={props.ticketId} page={props.page} audience={audience()} label={audience() === 'desk' ? t('desk.noteWords') : t('desk.toPerson', { name: name() })}>
      <fieldset class="audience">
        <legend class="visually-hidden">{t('desk.audience')}</legend>
        <label class="audience-choice">
          <input type="radio" name="audience" checked={audience() === 'everybody'} onChange={() => setAudience('everybody')} />
          {t('desk.toPerson', { name: name() })}
        </label>
        <label class="audience-choice">
          <input type="radio" name="audience" checked={audience() === 'desk'} onChange={() => setAudience('desk')} />
          {t('desk.toDesk')}
        </label>
      </fieldset>
    </ReplyBox>
  );
};
