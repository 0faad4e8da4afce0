/** The person's chat in one part: loaded where people may chat, once the page has come to rest. */
import { enChat } from '../../i18n/en-chat.ts';
import { learn } from '../../i18n/translate.ts';
import { learnDrawings } from '../../ui/icon.tsx';

learn(enChat);
learnDrawings({ chat: 'M5 5h14v11h-7l-5 4v-4H5z', close: 'M6 6l12 12M18 6L6 18' });

export { Chat } from './chat.tsx';
