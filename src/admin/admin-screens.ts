/** What administrators see; nobody else loads it. */
import { enAdmin } from '../i18n/en-admin.ts';
import { enRecords } from '../i18n/en-records.ts';
import { enRegistrations } from '../i18n/en-registrations.ts';
import { enDesk } from '../i18n/en-desk.ts';
import '../i18n/learn-screens.ts';
import { learn } from '../i18n/translate.ts';
import { learnDrawings } from '../ui/icon.tsx';
import { screenDrawings } from '../ui/screen-drawings.ts';
import { adminDrawings } from './admin-drawings.ts';

export { AdminPage } from './admin-page.tsx';

// The statuses that a chase can set are called as at the desk.
learn({ ...enDesk, ...enAdmin, ...enRecords, ...enRegistrations });
learnDrawings({ ...screenDrawings, ...adminDrawings });
