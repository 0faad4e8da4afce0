/** What is written on a ticket, with a file or without: in RT each is a correspondence that carries our id. */
import type { RtAnswer } from './ask.ts';
import { writeClientId, type Purpose } from './client-id.ts';
import type { Context } from './write-once.ts';

type AttachedFile = { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };

export const correspond = (
  { ask, reader, outgoing, ticketId }: Context,
  text: string,
  purpose: Purpose | null,
  file: AttachedFile | null = null,
): Promise<RtAnswer> => {
  const message = {
    Content: contentOf(text),
    ContentType: 'text/plain',
    TxnCustomFields: { [reader.settings.messageIdField]: writeClientId(outgoing.action.id, purpose) },
  };
  if (!file) return ask.send('POST', `/ticket/${ticketId}/correspond`, { json: message });
  const body = new FormData();
  body.set('JSON', JSON.stringify(message));
  body.append('Attachments', new File([file.bytes], fileNameOf(file), { type: asBytes(file.type) }));
  return ask.send('POST', `/ticket/${ticketId}/correspond`, { body, timeoutMs: 600_000 });
};

/** Perl takes a lonely 0 for nothing at all; with a line break behind it, it is a text. */
export const contentOf = (text: string): string => (text === '0' ? '0\n' : text);

/** So is a file of that name. */
const fileNameOf = ({ name }: AttachedFile): string => (name === '0' ? '0.' : name);

/** RT writes what it takes for text in another encoding: a file is bytes. */
const asBytes = (type: string): string => (type.startsWith('text/') || type.startsWith('message/') ? 'application/octet-stream' : type);
