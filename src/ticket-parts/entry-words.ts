import type { PersonId } from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import { simpleOf, type Entry, type TicketKind } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { Side } from './timeline-items.ts';

export type Viewer = {
  readonly id: PersonId;
  readonly side: Side;
  readonly partition: Partition;
  readonly ticketKind: TicketKind;
  /** What the desk alone is told of, or told in other words; null for what is said to everybody alike. */
  readonly deskWords: ((entry: Entry, whose: Whose) => string | null) | undefined;
};

export type Whose = 'own' | 'other';

/** Who did it, as this viewer calls them. */
export const authorWords = (entry: Entry, viewer: Viewer): string => {
  if (entry.by === null) return t('ticket.desk');
  return entry.by.id === viewer.id ? t('ticket.you') : entry.by.name;
};

/** What happened, in one sentence; empty for entries that speak for themselves. */
export const factWords = (entry: Entry, viewer: Viewer): string => {
  const { body, by } = entry;
  const whose: Whose = by?.id === viewer.id ? 'own' : 'other';
  const name = by?.name ?? t('ticket.desk');
  const deskWords = viewer.deskWords?.(entry, whose);
  if (deskWords) return deskWords;
  switch (body.kind) {
    case 'raised':
      return t(by === null ? 'entry.raised.desk' : `entry.raised.${whose}`, { name, kind: t(`kind.${viewer.ticketKind}`) });
    case 'reopened':
      return t(`entry.reopened.${whose}`, { name });
    case 'chase':
      return t(`entry.chase.${whose}`, { name, count: body.count, of: body.of });
    case 'status':
      if (whose === 'own' && body.to === 'resolved') return t('entry.solved');
      return t('entry.status', { status: t(`status.${simpleOf({ ...body, status: body.to }, viewer.partition)}`) });
    case 'registration':
      return [t(body.approved ? 'entry.registration.approved' : 'entry.registration.declined', { name }), body.reason].filter(Boolean).join(' ');
    case 'chat-asked':
    case 'chat-accepted':
      return t(`entry.${body.kind}`, { name: authorWords(entry, viewer) });
    case 'chat-given-back':
      return t('entry.chat-given-back', { name: body.analyst });
    case 'chat-ended':
      return body.ender === 'wait-limit' ? t('entry.chat-ended.wait-limit') : t('entry.chat-ended', { name: authorWords(entry, viewer) });
    case 'escalation':
      return t('entry.escalation');
    case 'assigned':
    case 'message':
    case 'said':
    case 'note':
    case 'file':
      return '';
  }
};
