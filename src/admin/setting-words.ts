/** What settings and their values are called: in the form, in the log, and where two administrators met. */
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';
import type { TicketKind, TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';

type Field = 'enabled' | 'setStatus' | 'waitMinutes' | 'maxChases' | 'escalation';

const fieldOf = (place: SettingsPlace): Field => place.slice(place.lastIndexOf('.') + 1) as Field;

/** With the card that it stands on: "Chasing calls: Minutes between two chases". */
export const placeWords = (place: SettingsPlace): string => `${t(`admin.chase.${place.split('.')[1] as TicketKind}`)}: ${t(`admin.place.${fieldOf(place)}`)}`;

export const valueWords = (place: SettingsPlace, value: SettingsValue): string => {
  const field = fieldOf(place);
  if (typeof value === 'boolean') return t(value ? 'admin.value.on' : 'admin.value.off');
  if (field === 'setStatus') return value === null ? t('admin.value.sameStatus') : t(`deskStatus.${value as TicketStatus}`);
  return value === null ? t('admin.value.noEscalation') : String(value);
};
