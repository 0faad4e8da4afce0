import { namedCharacter } from './named-characters.ts';

/**
 * What an analyst wrote in RT's editor, as the plain text that a timeline shows: paragraphs, lines, list points, the cells of a
 * table and where a link leads stay, everything else of the markup goes. Nothing of it is ever taken for markup again. No
 * tag reaches beyond the next `<`: so a text that is made of beginnings of tags is read in one go.
 */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<!--[^]*?(?:-->|$)/g, '')
    .replaceAll(/<[!?][^<>]*>/g, '')
    .replaceAll(/<(style|script|head|title)\b[^]*?(?:<\/\1\s*>|$)/gi, '')
    .split(/(<pre\b[^<>]*>[^]*?(?:<\/pre\s*>|$))/i)
    .map((part, index) => (index % 2 === 1 ? asItStands(part) : part))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /<a\b[^<>]*?\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>((?:[^<]|<(?!\/?a\b)){0,2000})<\/a\s*>/gi,
      (_, one?: string, other?: string, words = '') => linkWords(one ?? other ?? '', words),
    )
    .replaceAll(/<li\b[^<>]*>/gi, '\n• ')
    .replaceAll(/<\/t[dh]\s*>/gi, ' ')
    .replaceAll(/<[bh]r\b[^<>]*>|<\/(?:div|tr|ul|ol|dt|dd|section|article|header|footer|h[1-6])\s*>/gi, '\n')
    .replaceAll(/<\/(?:p|blockquote|pre|table)\s*>/gi, '\n\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) =>
      characterOf(whole, decimal, hexadecimal, name),
    )
    .trim();

/** Lines and spaces of a text that was set on purpose outlive those of the markup. */
const asItStands = (pre: string): string =>
  pre
    .replace(/^<[^<>]*>/, '<pre>')
    .replaceAll(/\r?\n/g, '<br>')
    .replaceAll(/ |\t/g, (gap) => (gap === '\t' ? '&#32;'.repeat(4) : '&#32;'));

/** Where it leads is said, unless the words say it already. */
const linkWords = (address: string, words: string): string => {
  const bare = plain(address.replace(/^mailto:/i, ''));
  return !/^(?:https?|mailto):/i.test(address) || plain(words).includes(bare) ? words : `${words} (${bare})`;
};

const plain = (html: string): string => html.replaceAll(/<[^<>]*>/g, '').replaceAll('&amp;', '&');

const characterOf = (whole: string, decimal?: string, hexadecimal?: string, name?: string): string => {
  if (name !== undefined) return namedCharacter(name) ?? namedCharacter(name.toLowerCase()) ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
};
