/** One line of JSON per event, without names or texts: a log is read by people who have no business with either. */
export type Log = (event: string, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

export const stderrLog: Log = (event, facts) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
};
