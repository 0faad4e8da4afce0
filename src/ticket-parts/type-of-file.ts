/** The type that a known ending means, else the one the browser gives: some systems name none, or another one, for these. */
export const typeOfFile = (file: { readonly name: string; readonly type: string }): string =>
  typesByEnding[endingOf(file.name)] ?? (file.type || 'application/octet-stream');

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

const office = 'application/vnd.openxmlformats-officedocument';

const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  pdf: 'application/pdf',
  zip: 'application/zip',
  rtf: 'application/rtf',
  heic: 'image/heic',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  eml: 'message/rfc822',
};
