import type { EntryBody } from '../../domain/ticket.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';

/**
 * What of a call belongs into the window of its chat: what was said, sent and done there, and of the desk's own work the notes,
 * which colleagues write for whoever talks. The person's window never has them: they do not leave the desk.
 */
export const chatLines = (page: TicketPage): TicketPage => ({ ...page, timeline: page.timeline.filter(({ entry }) => ofChat.has(entry.body.kind)) });

const ofChat: ReadonlySet<EntryBody['kind']> = new Set(['said', 'message', 'file', 'note', 'chat-asked', 'chat-accepted', 'chat-given-back', 'chat-ended']);
