/**
 * `Content-Disposition` (RFC 6266) that always downloads and never opens: the name in ASCII for old clients, and in full
 * (RFC 8187). A name is somebody's text: what could leave the folder, fake a type or end the header is taken out.
 */
export const attachmentDisposition = (name: string): string => {
  const safe = safeFileName(name);
  return `attachment; filename="${asciiName(safe)}"; filename*=UTF-8''${encodeExtended(safe)}`;
};

const longestName = 150;

const safeFileName = (name: string): string => {
  const line = name
    // Control characters, and those that turn the direction of writing: `photo_gnp.exe` must not look like `photo_exe.png`.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return line === '' ? 'file' : shortened(line);
};

/** A name that is too long keeps its ending: it says what the file is. */
const shortened = (name: string): string => {
  const letters = [...name];
  if (letters.length <= longestName) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, longestName - ending.length).join('') + ending;
};

const asciiName = (name: string): string => name.replace(/[^ -~]/g, '_').replace(/["%]/g, '_');

const encodeExtended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
