/** What the things on this device are called: the same on the ticket, in the sync centre, and when one is discarded. */
import type { RecordChange } from '../domain/records/desk-record.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import type { OutboxItem } from '../store/observe/outbox.ts';

export const itemTitle = (item: OutboxItem): string => {
  const ticket = item.number ?? item.title;
  switch (item.action?.kind) {
    case undefined:
      return t('sync.item.unknown');
    case 'raise-ticket':
      return t(`sync.item.raise-${item.makes ?? 'request'}`, { title: item.title });
    case 'attach':
      return t('sync.item.attach', { name: item.action.data.file.name });
    case 'save-settings':
    case 'save-people':
    case 'approve-registration':
    case 'decline-registration':
    case 'invite-person':
      return t(`sync.item.${item.action.kind}`);
    case 'save-record':
      return t('sync.item.save-record', { name: nameOfRecord(item.action.data.change) });
    case 'ask-chat':
    case 'leave-message':
      return t('sync.item.raise-call', { title: item.title });
    case 'set-availability':
    case 'set-chat-queue':
      return t('sync.item.chatDesk');
    case 'accept-chat':
    case 'say':
    case 'end-chat':
    case 'rate-chat':
    case 'record-contact':
      return t('sync.item.chat', { ticket });
    case 'reply':
    case 'add-note':
    case 'assign':
    case 'set-status':
    case 'chase':
    case 'resolve':
    case 'reopen':
    case 'mark-read':
      return t(`sync.item.${item.action.kind}`, { ticket });
  }
};

/** Roles have no name but their id. */
const nameOfRecord = ({ from, to }: RecordChange): string => {
  const record = to ?? from;
  return record && 'name' in record ? record.name : (record?.id ?? '');
};

/** A little of what is in it; empty where the title says it all. */
export const itemDetail = (item: OutboxItem): string => {
  switch (item.action?.kind) {
    case 'reply':
    case 'say':
    case 'add-note':
      return `“${beginningOf(item.action.data.text)}”`;
    case 'approve-registration':
    case 'decline-registration':
      return item.action.data.reason && `“${beginningOf(item.action.data.reason)}”`;
    case 'attach':
      return `${formatBytes(item.action.data.file.sizeBytes)} · ${t('sync.item.for', { ticket: item.number ?? item.title })}`;
    default:
      return '';
  }
};

/** The words in it, whole. */
export const textIn = ({ action }: OutboxItem): string => (action !== null && 'text' in action.data ? action.data.text : '');

const shownLength = 80;

const beginningOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownLength ? `${line.slice(0, shownLength - 1).trimEnd()}…` : line;
};
