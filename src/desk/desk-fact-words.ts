import type { Entry } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import { deskStatusWords } from '../ticket-parts/desk-status-words.ts';
import type { Whose } from '../ticket-parts/entry-words.ts';

/** What happened, as the desk alone says it: with the status that it set, and who has the ticket. Null for everything else. */
export const deskFactWords = ({ body, by }: Entry, whose: Whose): string | null => {
  const name = by?.name ?? t('ticket.desk');
  switch (body.kind) {
    case 'status':
      return t(`entry.status.${whose}`, { name, status: deskStatusWords({ ...body, status: body.to }) });
    case 'assigned': {
      const to = [body.to.analyst?.name, body.to.group?.name].filter(Boolean).join(', ');
      const how = body.to.analyst && body.to.analyst.id === by?.id ? 'took' : to === '' ? 'nobody' : 'gave';
      return t(`entry.assigned.${how}.${whose}`, { name, to });
    }
    case 'chat-given-back':
      return t(`entry.chat-given-back.${body.because ?? 'lost'}`, { name: body.analyst });
    default:
      return null;
  }
};
