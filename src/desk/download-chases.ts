import type { ReportedChase } from '../domain/chase-report.ts';
import { csvOf } from '../domain/csv.ts';
import { t } from '../i18n/translate.ts';
import { saveAsFile } from '../ui/save-as-file.ts';

/** What is shown, one line each, with times that spreadsheets and programs understand (ISO 8601, UTC). */
export const downloadChases = (chases: readonly ReportedChase[]): void => {
  const header = ['chases.when', 'chases.who', 'chases.ticket', 'chases.ticketTitle', 'chases.kind', 'chases.number', 'chases.outcome'] as const;
  const head = [...header, 'chases.minutes', 'chases.call'] as const;
  const table = csvOf([head.map((key) => t(key)), ...chases.map(lineOf)]);
  saveAsFile(`${t('chases.file')}.csv`, new Blob([table], { type: 'text/csv' }));
};

const lineOf = ({ at, by, ticket, count, outcome }: ReportedChase): readonly (string | number | null)[] => [
  new Date(at).toISOString(),
  by,
  ticket.number,
  ticket.title,
  t(`kind.${ticket.kind}`),
  count,
  t(`chases.table.${outcome.kind}`),
  outcome.kind === 'answered' ? Math.round((outcome.at - at) / 60_000) : null,
  outcome.kind === 'escalated' ? outcome.callNumber : null,
];
