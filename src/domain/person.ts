import type { PartitionId, PersonId } from './ids.ts';
import type { Right } from './rights.ts';

export const roles = ['employee', 'analyst', 'chat-manager', 'administrator'] as const;
/** What a person does at the desk. Everybody is also an employee: an analyst's laptop breaks too. */
export type Role = (typeof roles)[number];

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly partitionId: PartitionId;
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
};

/** Who wrote an entry, as the timeline shows it. */
export type Author = {
  readonly id: PersonId;
  readonly name: string;
  readonly side: 'person' | 'desk';
};
