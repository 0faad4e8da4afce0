import type { NamedStatus, TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';

type Named = { readonly status: TicketStatus; readonly named?: Pick<NamedStatus, 'name'> };

/** What the desk calls it: by the name that an administrator gave, or else by its phase. */
export const deskStatusWords = ({ status, named }: Named): string => named?.name || t(`deskStatus.${status}`);
