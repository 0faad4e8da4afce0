import type { Entry } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';

/** What was said, as plain text that any program opens: a line each with its time (ISO 8601, UTC) and name. */
export const transcriptOf = ({ ticket, timeline }: TicketPage): string =>
  [`${ticket.number ?? ''} ${ticket.title}`.trim(), '', ...timeline.flatMap(({ entry }) => lineOf(entry) ?? []), ''].join('\n');

const lineOf = ({ at, by, body }: Entry): string | null => {
  const words = 'text' in body ? body.text : body.kind === 'file' ? body.file.name : null;
  return words === null ? null : `${new Date(at).toISOString()} ${by?.name ?? t('ticket.desk')}: ${words}`;
};
