import { isSame } from '../../domain/records/decide-record.ts';
import type { RecordChange } from '../../domain/records/desk-record.ts';

type ChangedField = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** What a change is about, field by field. */
export const changedFields = ({ from, to }: RecordChange): readonly ChangedField[] =>
  Object.entries(to ?? {}).flatMap(([field, value]) => {
    const before = fieldIn(from, field);
    return field === 'id' || isSame(before, value) ? [] : [{ field, from: before, to: value }];
  });

export const fieldIn = (body: object | null, field: string): unknown => Object.entries(body ?? {}).find(([name]) => name === field)?.[1];
