export type TextPart = { readonly text: string; readonly isLink: boolean };

/** Parts a text at its http(s) addresses and nothing else; punctuation behind one belongs to the sentence. */
export const linkParts = (text: string): readonly TextPart[] =>
  text.split(address).flatMap((part, index) => (part === '' ? [] : [{ text: part, isLink: index % 2 === 1 }]));

/** A bracket at the end belongs to the address only where it was opened in it, as in …/wiki/Portico_(door). */
const address = /(https?:\/\/(?:\([^\s<>"'()]*\)|[^\s<>"'()])*(?:\([^\s<>"'()]*\)|[^\s<>"'().,;:!?\]}]))/g;
