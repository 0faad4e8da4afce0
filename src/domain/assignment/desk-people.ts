/** Whom the tickets of a partition can be given to. */
import type { GroupId, PartitionId, PersonId } from '../ids.ts';
import { worksAsAnalyst, type DeskRecords } from '../records/desk-record.ts';

type DeskGroup = {
  readonly id: GroupId;
  readonly name: string;
  /** Those of its members who work for the partition. */
  readonly memberIds: readonly PersonId[];
};

export type DeskPeople = {
  /** The partition's. */
  readonly id: PartitionId;
  readonly groups: readonly DeskGroup[];
  readonly analysts: readonly { readonly id: PersonId; readonly name: string }[];
};

/** The analysts who work for it, and the groups in which one of them is: nobody else sees its tickets. */
export const deskPeopleOf = (partitionId: PartitionId, { group, person }: Pick<DeskRecords, 'group' | 'person'>): DeskPeople => {
  const analysts = person.filter((one) => one.partitionId === partitionId && worksAsAnalyst(one)).map(({ id, name }) => ({ id, name }));
  const groups = group
    .map(({ id, name, memberIds }) => ({ id, name, memberIds: memberIds.filter((memberId) => analysts.some((analyst) => analyst.id === memberId)) }))
    .filter(({ memberIds }) => memberIds.length > 0);
  return { id: partitionId, groups, analysts };
};
