/** A table as a file that spreadsheets open (RFC 4180), with a mark in front by which they know its encoding. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

const cellOf = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = asWords(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** What begins like a formula would be run by whoever opens the file (OWASP, "CSV Injection"): it is kept from being one. */
const asWords = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
