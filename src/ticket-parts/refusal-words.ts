/** The desk's no, in words: one table for every kind. */
import type { Refusal } from '../domain/refusal.ts';
import { formatDate, formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';

export const refusalWords = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'too-soon-to-chase':
      return t('refusal.too-soon-to-chase', { when: formatWhen(refusal.possibleAt, Date.now()) });
    case 'no-chases-left':
      return t('chase.noneLeft');
    case 'reopen-window-over':
      return t('refusal.reopen-window-over', { date: formatDate(refusal.endedAt) });
    case 'text-too-long':
      return t('problem.too-long', { count: refusal.maxLength });
    case 'file-not-accepted':
      return t(`refusal.file-${refusal.reason}`);
    case 'settings-changed':
    case 'record-changed':
      return t('refusal.saved-meanwhile', { name: refusal.by, when: formatWhen(refusal.at, Date.now()) });
    case 'settings-not-accepted':
    case 'record-not-accepted':
      return t('refusal.cannot-stand');
    case 'people-not-accepted':
      return t('refusal.people-not-accepted', { names: refusal.names.join(', ') });
    case 'record-in-use':
      return t('refusal.record-in-use', { names: refusal.by.join(', ') });
    case 'chat-taken':
      return t('refusal.chat-taken', { name: refusal.by });
    case 'given-meanwhile':
      return t(refusal.by ? 'refusal.given-meanwhile' : 'refusal.given-meanwhile.nobody', { name: refusal.by });
    case 'not-understood':
      return t('refusal.not-supported');
    case 'no-such-chat':
    case 'chat-given-back':
      return t('refusal.chat-ended');
    // The desk's own screens say what was missing.
    case 'not-available':
    case 'cannot-take-chats':
      return t('refusal.not-allowed');
    default:
      return t(`refusal.${refusal.kind}`);
  }
};
