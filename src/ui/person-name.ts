/** Two letters for a person: of the first and the last name. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .replace(/^(.)\S*(.*\s(.)\S*)?$/su, '$1$3')
    .toUpperCase();

/** Also of “Lovell, Ada”; what looks like a degree or a “Jr.” behind a comma is no name. */
export const firstNameOf = (name: string): string =>
  name
    .replace(/.*, *(?=\S[^A-Z.\s]+(-\S+)?(?!\S))/, '')
    .trim()
    .split(/[\s,]+/)[0] ?? name;
