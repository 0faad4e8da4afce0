/** One line of the bench: what was measured in this run, its budget, and the floor or rival it stands beside. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  /** Measured in the same run where it is a ratio; a figure from elsewhere says so. */
  readonly beside: string;
  /** Null where there was nothing to compare, with the reason in `measured`. */
  readonly isMet: boolean | null;
  /** A row that must be met: sizes and marks, never times. */
  readonly isGate: boolean;
};

export const printRows = (title: string, rows: readonly Row[]): void => {
  process.stdout.write(`\n${title}\n`);
  for (const { what, measured, budget, beside, isMet } of rows) {
    const mark = isMet === null ? ' ?' : isMet ? 'ok' : '!!';
    process.stdout.write(`  ${mark}  ${what.padEnd(44)} ${measured.padEnd(24)} ${budget.padEnd(20)} ${beside}\n`);
  }
};

export const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The value that so many of a hundred do not exceed. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.ceil((values.length * part) / 100) - 1] ?? Number.NaN;

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
