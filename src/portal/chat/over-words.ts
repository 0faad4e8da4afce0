import { t } from '../../i18n/translate.ts';
import type { OwnChat } from '../../store/observe/chat.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';

/** How a chat came to be over, or what became of a message that was left. */
export const overWords = ({ state }: OwnChat, page: TicketPage): string => {
  const isHere = page.raising !== null && page.raising.state !== 'done';
  if (isHere) return t('chat.left.waits');
  if (state === null) return t(page.timeline.some(({ entry }) => entry.body.kind === 'chat-asked') ? 'chat.left.noChat' : 'chat.left.sent');
  if (state.kind !== 'ended') return '';
  if (state.by === 'wait-limit') return t('chat.ended.wait-limit');
  if (state.analyst === null) return t('chat.ended.unanswered');
  return state.by === 'desk' ? t('chat.ended.desk', { name: state.analyst.name }) : t('chat.ended.person');
};
