import type { ReportedChase } from '../domain/chase-report.ts';
import { csvOf } from '../domain/csv.ts';
import { minutes, type Instant } from '../domain/instant.ts';
import { t } from '../i18n/translate.ts';
import { saveAsFile } from '../ui/save-as-file.ts';

/** What is shown, one line each. */
export const downloadChases = (chases: readonly ReportedChase[]): void => {
  const header = ['chases.when', 'chases.who', 'chases.ticket', 'chases.ticketTitle', 'chases.kind', 'chases.number', 'chases.outcome'] as const;
  const head = [...header, 'chases.minutes', 'chases.call'] as const;
  const table = csvOf([head.map((key) => t(key)), ...chases.map(lineOf)]);
  saveAsFile(`${t('chases.file')}.csv`, new Blob([table], { type: 'text/csv' }));
};

const lineOf = ({ at, by, ticket, count, outcome }: ReportedChase): readonly (string | number | null)[] => [
  spreadsheetTime(at),
  by,
  ticket.number,
  ticket.title,
  t(`kind.${ticket.kind}`),
  count,
  t(`chases.table.${outcome.kind}`),
  outcome.kind === 'answered' ? Math.round((outcome.at - at) / 60_000) : null,
  outcome.kind === 'escalated' ? outcome.callNumber : null,
];

/** By the clock of whoever downloads it, in the one form that spreadsheets of every language read as a time. */
const spreadsheetTime = (at: Instant): string => new Date(at - minutes(new Date(at).getTimezoneOffset())).toISOString().slice(0, 16).replace('T', ' ');
