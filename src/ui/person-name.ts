/** Two letters for a person: of the first and the last name. */
export const initialsOf = (name: string): string => {
  const names = name.split(/\s+/).filter(Boolean);
  return [names[0], names.length > 1 ? names.at(-1) : '']
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
};

/** Also of “Lovell, Ada”; what looks like a degree or a “Jr.” behind a comma is no name. */
export const firstNameOf = (name: string): string =>
  name
    .replace(/.*, *(?=\S[^A-Z.\s]+(-\S+)?(?!\S))/, '')
    .trim()
    .split(/[\s,]+/)[0] ?? name;
