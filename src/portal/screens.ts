/** Every screen behind home in one part: asked for once, and from then on each opens at once, also without a network. */
import '../i18n/learn-screens.ts';
import { learnDrawings } from '../ui/icon.tsx';
import { screenDrawings } from '../ui/screen-drawings.ts';

learnDrawings(screenDrawings);

export { AccountMenu } from './shell/account-menu.tsx';
export { AccountPage } from './account/account-page.tsx';
export { AnswersPage } from './answers/answers-page.tsx';
export { ArticlePage } from './answers/article-page.tsx';
export { CataloguePage } from './catalogue/catalogue-page.tsx';
export { SearchResults } from './home/search-results.tsx';
export { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
export { QuickAnswers } from './home/quick-answers.tsx';
export { ServicePage } from './wizard/service-page.tsx';
export { NeedsYou } from './home/needs-you.tsx';
export { DraftCard } from './home/draft-card.tsx';
export { FaultBar } from './shell/fault-bar.tsx';
export { InstallBar } from './shell/install-bar.tsx';
export { NotFoundPage } from './shell/not-found-page.tsx';
export { SessionEnded } from './shell/session-ended.tsx';
export { SignOutDialog } from './account/sign-out-dialog.tsx';
export { SyncCentrePage } from './sync-centre/sync-centre-page.tsx';
export { UpdateBar } from './shell/update-bar.tsx';
export { TicketPage } from './ticket/ticket-page.tsx';
export { TicketsPage } from './tickets/tickets-page.tsx';
export { WizardPage } from './wizard/wizard-page.tsx';
