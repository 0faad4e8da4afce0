/** Ids are strings that the compiler keeps apart; they are made at the edges and only passed along in here. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUIDv7, minted on the device that makes the action; also its idempotency key. */
export type ActionId = Branded<'ActionId'>;
/** UUIDv7, minted on the device for tickets raised here; a backend that insists on its own id maps it. */
export type TicketId = Branded<'TicketId'>;
/** The action's id for what an action made; derived from it (`<id>/status`) for what came with it. */
export type EntryId = Branded<'EntryId'>;
export type PersonId = Branded<'PersonId'>;
export type PartitionId = Branded<'PartitionId'>;
export type ServiceId = Branded<'ServiceId'>;
export type ArticleId = Branded<'ArticleId'>;
export type FlowId = Branded<'FlowId'>;
export type QuestionId = Branded<'QuestionId'>;
export type StepId = Branded<'StepId'>;
export type GroupId = Branded<'GroupId'>;
export type CallTemplateId = Branded<'CallTemplateId'>;
export type RoutingRuleId = Branded<'RoutingRuleId'>;
export type StatusId = Branded<'StatusId'>;
/** UUIDv7, minted on the device that registers. */
export type RegistrationId = Branded<'RegistrationId'>;
