export const recordProblems = [
  'missing',
  'taken',
  'too-long',
  'not-an-address',
  'not-there',
  'no-analyst',
  'not-a-whole-number',
  'needed',
  'stays-with-administrators',
  'not-a-domain',
  'not-a-phone-number',
] as const;

/** What is wrong with one field of a record. */
export type FieldProblem = { readonly field: string; readonly problem: (typeof recordProblems)[number] };
