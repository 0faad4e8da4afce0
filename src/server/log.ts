import * as v from 'valibot';

/** One line of JSON per event, without names or texts: a log is read by people who have no business with either. */
export type Log = (event: string, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

export const stderrLog: Log = (event, facts) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
};

/** What may be logged of a fault: what did not parse is somebody's data, and is told by its place alone. */
export const factsOfFault = (fault: unknown): { readonly name: string; readonly message: string } => {
  if (fault instanceof v.ValiError) return { name: fault.name, message: `unreadable: ${fault.issues.map((issue) => v.getDotPath(issue) ?? '').join(', ')}` };
  return fault instanceof Error ? { name: fault.name, message: fault.message } : { name: 'unknown', message: '' };
};
