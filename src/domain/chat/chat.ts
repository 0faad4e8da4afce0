/**
 * A chat is a live conversation on a call. What happened to it is kept as facts with times; whether somebody waits, talks or
 * is done is read from them, never stored beside them.
 */
import type { EntryId, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';

/** Who ended it: one of the two sides, or the rule that nobody waits for ever. */
export const chatEnders = ['person', 'desk', 'wait-limit'] as const;
export type ChatEnder = (typeof chatEnders)[number];

/** They signed out, or may take no chats any more. Left out where the desk had lost them. */
export type GivenBackBecause = 'left';

type ChatAnalyst = { readonly id: PersonId; readonly name: string };

/** The id is that of the entry that tells of it. */
export type ChatFact =
  | { readonly kind: 'asked'; readonly id: EntryId; readonly at: Instant }
  | { readonly kind: 'accepted'; readonly id: EntryId; readonly at: Instant; readonly by: ChatAnalyst }
  /** The analyst is in it no more: it waits again, in the place that it had. */
  | { readonly kind: 'given-back'; readonly id: EntryId; readonly at: Instant; readonly because?: GivenBackBecause }
  | { readonly kind: 'ended'; readonly id: EntryId; readonly at: Instant; readonly by: ChatEnder };

export const chatRatings = ['good', 'bad'] as const;
export type ChatRating = (typeof chatRatings)[number];

export type Chat = { readonly facts: readonly ChatFact[]; readonly rating?: ChatRating };

export type ChatState =
  /** Since the person asked, also after it was given back. */
  | { readonly kind: 'waiting'; readonly since: Instant }
  | { readonly kind: 'open'; readonly since: Instant; readonly analyst: ChatAnalyst }
  /** Answered by the analyst who accepted it last; unanswered where nobody did. */
  | { readonly kind: 'ended'; readonly at: Instant; readonly by: ChatEnder; readonly analyst: ChatAnalyst | null };

/** Since when it waits this time: what was talked before is no wait. */
export const waitsSince = ({ facts }: Chat): Instant | undefined => facts.findLast(({ kind }) => kind === 'asked' || kind === 'given-back')?.at;

export const chatStateOf = ({ facts }: Chat): ChatState => {
  const last = facts.at(-1);
  switch (last?.kind) {
    case 'accepted':
      return { kind: 'open', since: last.at, analyst: last.by };
    case 'ended':
      return { kind: 'ended', at: last.at, by: last.by, analyst: facts.findLast((fact) => fact.kind === 'accepted')?.by ?? null };
    case 'asked':
    case 'given-back':
    case undefined:
      return { kind: 'waiting', since: facts[0]?.at ?? 0 };
  }
};
