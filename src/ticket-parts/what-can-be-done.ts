import type { ActionKind } from '../domain/action.ts';
import type { Instant } from '../domain/instant.ts';
import type { Refusal, RefusalKind } from '../domain/refusal.ts';

/** What a person can do about something that the desk did not take. Discarding is always possible, and comes last. */
export type HeldChoice = 'edit-request' | 'edit-text' | 'copy-text' | 'send-again' | 'raise-new' | 'discard';

/** `now` by the desk's clock. What cannot be understood any more (kind null) can only be discarded. */
export const whatCanBeDone = (kind: ActionKind | null, refusal: Refusal | null, now: Instant): readonly HeldChoice[] =>
  kind === null || refusal === null ? ['discard'] : [...remedies(kind, refusal, now), 'discard'];

const remedies = (kind: ActionKind, refusal: Refusal, now: Instant): readonly HeldChoice[] => {
  // Somebody has to look first; then it is theirs to say whether it goes again.
  if (refusal.kind === 'please-check') return ['send-again'];
  if (pointless.includes(refusal.kind)) return [];
  switch (kind) {
    case 'raise-ticket':
      return ['edit-request'];
    case 'ask-chat':
    case 'leave-message':
      return ['copy-text', ...(sentAnew.includes(refusal.kind) ? (['send-again'] as const) : [])];
    // A chat that is over leaves its ticket, and the box there.
    case 'say':
    case 'reply':
    case 'add-note':
      return takesNoMore.includes(refusal.kind) ? ['raise-new', 'copy-text'] : ['edit-text'];
    case 'chase':
      return refusal.kind === 'too-soon-to-chase' && now >= refusal.possibleAt ? ['send-again'] : [];
    // On its page, beside what is set now.
    case 'save-settings':
    case 'save-record':
    case 'approve-registration':
    case 'decline-registration':
    case 'save-people':
    // The chat went on without it, or the switch can simply be set again.
    case 'accept-chat':
    case 'end-chat':
    case 'rate-chat':
    case 'record-contact':
    case 'set-availability':
    case 'set-chat-queue':
    // On the ticket, beside who has it now.
    case 'assign':
      return [];
    case 'invite-person':
    case 'attach':
    case 'resolve':
    case 'reopen':
    case 'set-status':
    case 'mark-read':
      return sentAnew.includes(refusal.kind) ? ['send-again'] : [];
  }
};

/** The ticket has no box any more that words could be put back into: they are taken elsewhere. */
const takesNoMore: readonly RefusalKind[] = ['reopen-window-over', 'not-found'];

/** The answer would be the same, however it is worded. */
const pointless: readonly RefusalKind[] = ['already-raised', 'nothing-to-chase', 'chase-not-offered', 'no-chases-left', 'not-resolved'];

/** Nothing in it can be edited, but what the desk said may have changed: a new role, a new version, an id of its own. */
const sentAnew: readonly RefusalKind[] = ['not-allowed', 'not-supported', 'not-understood', 'id-already-used', 'not-found'];
