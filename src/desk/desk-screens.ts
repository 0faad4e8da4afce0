/** What analysts and chat managers see; nobody else loads it. */
import { enDesk } from '../i18n/en-desk.ts';
import { enRegistrations } from '../i18n/en-registrations.ts';
import { enDeskChat } from '../i18n/en-desk-chat.ts';
import '../i18n/learn-screens.ts';
import { learn } from '../i18n/translate.ts';
import { learnDrawings } from '../ui/icon.tsx';
import { deskDrawings } from './desk-drawings.ts';

export { ChasesPage } from './chases-page.tsx';
export { ChatBanner } from './chat/chat-banner.tsx';
export { ChatScreen } from './chat/chat-screen.tsx';
export { DeskPage } from './desk-page.tsx';
export { DeskTicketPage } from './desk-ticket-page.tsx';

learn({ ...enDesk, ...enRegistrations });
learn(enDeskChat);
learnDrawings(deskDrawings);
