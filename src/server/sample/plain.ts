import type {
  ActionId,
  ArticleId,
  EntryId,
  FlowId,
  PartitionId,
  PersonId,
  QuestionId,
  ServiceId,
  StepId,
  TicketId,
  GroupId,
  CallTemplateId,
  RoutingRuleId,
  StatusId,
} from '../../domain/ids.ts';

type AnyId =
  | ActionId
  | ArticleId
  | EntryId
  | FlowId
  | PartitionId
  | PersonId
  | QuestionId
  | GroupId
  | CallTemplateId
  | RoutingRuleId
  | StatusId
  | ServiceId
  | StepId
  | TicketId;

/** The same thing with its ids as bare text: how people write one down. */
export type Plain<Thing> = Thing extends AnyId ? string : Thing extends object ? { readonly [Key in keyof Thing]: Plain<Thing[Key]> } : Thing;

/** Something of the sample as the domain knows it. That names lead somewhere is what the tests of this folder see to. */
export const fromPlain = <Thing>(plain: Plain<Thing>): Thing => plain as Thing;
