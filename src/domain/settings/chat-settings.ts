/** What is set about chat (seed 000, "Chat Queue Setup", statements 26 to 31). */
import type { ChatOffering } from '../chat/chat-offering.ts';
import { readHours } from '../chat/hours-text.ts';
import type { CallTemplateId, GroupId, PersonId } from '../ids.ts';

export type ChatSettings = {
  readonly enabled: boolean;
  /** What the call is that each chat is held on; null only while chat is off. */
  readonly template: CallTemplateId | null;
  /** As `hours-text.ts` writes them; empty for around the clock. */
  readonly hours: string;
  /** Who waited this long in vain goes on as a ticket. */
  readonly waitLimitMinutes: number;
  /** Who takes the chats of this partition, one by one and by their groups. Being listed replaces no permission. */
  readonly analystIds: readonly PersonId[];
  readonly groupIds: readonly GroupId[];
};

export const usualChat: ChatSettings = { enabled: false, template: null, hours: '', waitLimitMinutes: 15, analystIds: [], groupIds: [] };

/** Where nobody was ever listed and nothing switched on there is no chat at all. */
export const isChatSetUp = ({ enabled, analystIds, groupIds }: ChatSettings): boolean => enabled || analystIds.length > 0 || groupIds.length > 0;

/** As much of it as everybody in the partition may know. */
export const offeringUnder = ({ enabled, hours, waitLimitMinutes }: ChatSettings): ChatOffering => ({ enabled, hours: readHours(hours), waitLimitMinutes });

/** Everybody who is listed, by name or by a group: once. */
export const listedIn = (
  { analystIds, groupIds }: ChatSettings,
  groups: readonly { readonly id: GroupId; readonly memberIds: readonly PersonId[] }[],
): readonly PersonId[] => [...new Set([...analystIds, ...groups.filter(({ id }) => groupIds.includes(id)).flatMap(({ memberIds }) => memberIds)])];
