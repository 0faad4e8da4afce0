import type { ChatSettings } from '../../domain/settings/chat-settings.ts';
import { fromPlain } from './plain.ts';

/** Around the clock, so that whoever looks at the sample finds the desk there at any hour. */
export const councilChat = fromPlain<ChatSettings>({
  enabled: true,
  template: 'chat',
  hours: '',
  waitLimitMinutes: 15,
  analystIds: ['mia'],
  groupIds: ['first-line'],
});
