/** What settings and their values are called: in the form, in the log, and where two administrators met. */
import { readHours, timeOf } from '../domain/chat/hours-text.ts';
import { keyOfRecord, type DeskRecords } from '../domain/records/desk-record.ts';
import { isPicturePlace } from '../domain/settings/look-picture.ts';
import type { SettingsChange, SettingsPlace, SettingsValue, SimpleStatusPlace } from '../domain/settings/settings-place.ts';
import { ticketStatuses, type SimpleStatus, type TicketKind, type TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';

type OrdinaryPlace = Exclude<SettingsPlace, SimpleStatusPlace | 'asksForReason'>;
type FieldOf<Place> = Place extends `${string}.${infer Rest}` ? (Rest extends `${string}.${infer Field}` ? Field : Rest) : never;
type Field = FieldOf<OrdinaryPlace>;

const fieldOf = (place: OrdinaryPlace): Field => place.slice(place.lastIndexOf('.') + 1) as Field;

const isSimpleStatusPlace = (place: SettingsPlace): place is SimpleStatusPlace => place.startsWith('simple-status.');
const phaseOf = (place: SimpleStatusPlace): TicketStatus => place.slice('simple-status.'.length) as TicketStatus;

/** With the card that it stands on: "Chasing calls: Minutes between two chases". */
export const placeWords = (place: SettingsPlace): string => {
  if (place === 'asksForReason') return `${t('admin.saving')}: ${t('admin.place.asksForReason')}`;
  return isSimpleStatusPlace(place)
    ? `${t('admin.simple')}: ${t(`deskStatus.${phaseOf(place)}`)}`
    : `${cardWords(place)}: ${t(`admin.place.${nameOf(place)}`)}`;
};

/** Where two cards have a field of one name. */
const nameOf = (place: OrdinaryPlace): Field | 'chatEnabled' | 'chatTemplate' => {
  if (place === 'chat.enabled') return 'chatEnabled';
  return place === 'chat.template' ? 'chatTemplate' : fieldOf(place);
};

const cardWords = (place: OrdinaryPlace): string => {
  const [card, kind] = place.split('.');
  if (card === 'chat') return t('admin.chat');
  if (card === 'registration') return t('admin.registration');
  return card === 'chase' ? t(`admin.chase.${kind as TicketKind}`) : t('admin.look');
};

/** Templates, statuses and people by name. */
export const valueWords = (place: SettingsPlace, value: SettingsValue, records: DeskRecords): string => {
  if (isSimpleStatusPlace(place)) return t(`status.${value as SimpleStatus}`);
  if (typeof value === 'boolean') return t(value ? 'admin.value.on' : 'admin.value.off');
  const field = fieldOf(place as OrdinaryPlace);
  if (value === '' && place.startsWith('look.')) return t(field === 'banner' ? 'admin.value.noPicture' : 'admin.value.portals');
  if (isPicturePlace(place)) return t('admin.value.picture');
  if (field === 'setStatus') return chaseStatusWords(value, records);
  if (Array.isArray(value))
    return (
      value.map((id: string) => [...records.person, ...records.group].find((record) => record.id === id)?.name ?? id).join(', ') || t('admin.value.nobody')
    );
  if (field === 'hours') return value === '' ? t('admin.place.aroundTheClock') : hoursWords(String(value));
  if (field === 'escalation' || field === 'template') {
    if (value === null) return t(field === 'template' ? 'admin.value.noCall' : 'admin.value.noEscalation');
    return records['call-template'].find(({ id }) => id === value)?.name ?? t('admin.value.gone');
  }
  return value === '' || value === null ? t('admin.value.nothing') : String(value);
};

const chaseStatusWords = (value: SettingsValue, records: DeskRecords): string => {
  if (value === null) return t('admin.value.sameStatus');
  const phase = ticketStatuses.find((one) => one === value);
  return phase ? t(`deskStatus.${phase}`) : (records.status.find(({ id }) => keyOfRecord('status', id) === value)?.name ?? t('admin.value.gone'));
};

/** “Mon, Tue 08:00–17:00 (Europe/London)”. */
const hoursWords = (text: string): string => {
  const hours = readHours(text);
  if (!hours) return text;
  const days = hours.days.map((day) => t(`weekday.${day}`)).join(', ');
  return `${days} ${timeOf(hours.fromMinute)}–${timeOf(hours.toMinute)} (${hours.zone})`;
};

/** Of two pictures nobody is shown which is which: only that it is another one. */
export const changeWords = ({ place, from, to }: SettingsChange, records: DeskRecords): string =>
  t('admin.logChange', {
    place: placeWords(place),
    from: valueWords(place, from, records),
    to: isPicturePlace(place) && from !== '' && to !== '' ? t('admin.value.anotherPicture') : valueWords(place, to, records),
  });
