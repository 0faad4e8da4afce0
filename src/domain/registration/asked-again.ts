/** Somebody asks for an account again before the desk has decided: what they say now stands beside what they said first. */
import { detailFields, saidIn, type AskedAgain, type Detail, type Registration } from './registration.ts';

/** Of those who ask on and on, so many are kept. */
const mostKept = 5;

/** The newest last. What was said before in the same words is said now. */
export const askedAgain = (registration: Registration, asked: AskedAgain): Registration => {
  const others = (registration.again ?? []).filter((other) => differences(other, asked).length > 0);
  return { ...registration, again: [...others, asked].slice(-mostKept) };
};

/** What is not as it was said first, in the order in which it is asked. */
export const saidAnew = (registration: Registration, asked: AskedAgain): readonly { readonly detail: Detail; readonly text: string }[] =>
  differences(registration, asked).map((detail) => ({ detail, text: saidIn(asked)[detail] }));

/** Does it tell the desk anything that was not said last? */
export const isNews = (registration: Registration, asked: AskedAgain): boolean => differences(registration.again?.at(-1) ?? registration, asked).length > 0;

type Said = Pick<AskedAgain, 'details' | 'partitionName'>;

const differences = (one: Said, other: Said): readonly Detail[] => detailFields.filter((detail) => saidIn(one)[detail] !== saidIn(other)[detail]);
