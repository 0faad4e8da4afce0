/** What analysts see; nobody else loads it. */
import { enDesk } from '../i18n/en-desk.ts';
import '../i18n/learn-screens.ts';
import { learn } from '../i18n/translate.ts';

export { ChasesPage } from './chases-page.tsx';
export { DeskPage } from './desk-page.tsx';
export { DeskTicketPage } from './desk-ticket-page.tsx';

learn(enDesk);
