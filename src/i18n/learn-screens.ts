/** The words of every screen behind home. */
import { enPortal } from './en-portal.ts';
import { enSync } from './en-sync.ts';
import { enTickets } from './en-tickets.ts';
import { enWizard } from './en-wizard.ts';
import { learn } from './translate.ts';

learn({ ...enPortal, ...enWizard, ...enTickets, ...enSync });
