import type { ArticleId, FlowId, PartitionId, ServiceId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { TicketKind } from './ticket.ts';

/** Something people can ask the desk for, or tell it about. */
export type Service = {
  readonly id: ServiceId;
  readonly partitionIds: readonly PartitionId[];
  readonly title: string;
  readonly summary: string;
  readonly category: ServiceCategory;
  /** Name of a drawing in the icon set; an unknown one shows the category's. */
  readonly icon: string;
  /** What raising it makes. */
  readonly makes: TicketKind;
  readonly flow: { readonly id: FlowId; readonly version: number };
  /** Words people use for it that are not in its title. */
  readonly keywords: readonly string[];
  /** Lower comes first among what is often asked for; null is not shown there. */
  readonly oftenAsked: number | null;
  readonly articleIds: readonly ArticleId[];
  /** Hours the desk promises it in; null promises nothing. */
  readonly targetHours: number | null;
};

export type ServiceCategory = { readonly id: string; readonly title: string; readonly icon: string };

/** A knowledge article. Its HTML is the desk's and is sanitised before it is shown. */
export type Article = {
  readonly id: ArticleId;
  readonly partitionIds: readonly PartitionId[];
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly keywords: readonly string[];
  readonly updatedAt: Instant;
  readonly readingMinutes: number;
};
