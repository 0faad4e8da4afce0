import type { PersonRecord, RecordChange } from './desk-record.ts';

/** As a record is kept: user names in small letters, and nothing around what people and statuses are called and people are written to. */
export const tidied = <Change extends RecordChange>(change: Change): Change => {
  if (change.of === 'person' && change.to) return { ...change, to: tidiedPerson(change.to) };
  return change.of === 'status' && change.to ? { ...change, to: { ...change.to, name: change.to.name.trim() } } : change;
};

const tidiedPerson = (person: PersonRecord): PersonRecord => ({
  ...person,
  name: person.name.trim(),
  email: person.email.trim(),
  userName: person.userName.trim().toLowerCase(),
});
