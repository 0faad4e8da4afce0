import type { PersonId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/ticket.ts';
import { intlLocale, t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { factWords, type Viewer } from '../../ticket-parts/entry-words.ts';

/** What was said from the asking to the end, as plain text that any program opens: a line each, by the clock on the wall. */
export const transcriptOf = ({ ticket, timeline, partition, clockOffsetMs }: TicketPage): string => {
  const entries = timeline.map(({ entry }) => entry);
  const end = entries.findIndex(({ body }) => body.kind === 'chat-ended');
  // Whoever reads it may be somebody else: nobody is “you”.
  const viewer: Viewer = { id: '' as PersonId, side: 'person', partition, ticketKind: ticket.kind, deskWords: undefined };
  const lines = (end === -1 ? entries : entries.slice(0, end + 1)).flatMap((entry) => {
    const words = wordsOf(entry, viewer);
    return words === '' ? [] : [`${momentWords(entry.at - clockOffsetMs)}  ${words}`];
  });
  return [[ticket.number, ticket.title].filter(Boolean).join(' '), '', ...lines, ''].join('\n');
};

const wordsOf = (entry: Entry, viewer: Viewer): string => {
  const { body, by } = entry;
  if (body.kind.startsWith('chat-')) return factWords(entry, viewer);
  if (body.kind === 'note') return '';
  const said = 'text' in body ? body.text : body.kind === 'file' ? body.file.name : '';
  return said && `${by?.name ?? t('ticket.desk')}: ${said}`;
};

const momentWords = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
