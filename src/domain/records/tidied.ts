import type { PersonRecord, RecordChange } from './desk-record.ts';

/** As a record is kept: user names in small letters, and nothing around what people are called and written to. */
export const tidied = <Change extends RecordChange>(change: Change): Change =>
  change.of === 'person' && change.to ? { ...change, to: tidiedPerson(change.to) } : change;

const tidiedPerson = (person: PersonRecord): PersonRecord => ({
  ...person,
  name: person.name.trim(),
  email: person.email.trim(),
  userName: person.userName.trim().toLowerCase(),
});
