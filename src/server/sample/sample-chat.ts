import { usualChatTemplate, type ChatPolicy } from '../../domain/chat/chat-policy.ts';
import { fromPlain } from './plain.ts';

/** Around the clock, so that whoever looks at the sample finds the desk there at any hour. */
export const councilChat = fromPlain<ChatPolicy>({
  enabled: true,
  template: usualChatTemplate,
  hours: null,
  waitLimitMinutes: 15,
  analystIds: ['gus', 'hal', 'mia'],
  groupIds: [],
});
