/**
 * Registrations made on this device: they belong to nobody yet, so they have a database of their own. Like an outbox, nothing
 * in it can be had again: neither what waits to be sent, nor the secret by which its state is asked.
 */
import { Dexie, type EntityTable } from 'dexie';
import * as v from 'valibot';
import { instant, mintedId } from '../contract/ids.ts';
import { registerActionSchema, registrationRefusalSchema, registrationStateSchema } from '../contract/registration.ts';
import type { RegistrationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { RegisterAction, RegistrationDetails, RegistrationRefusal, RegistrationState } from '../domain/registration/registration.ts';

export type OwnRegistration = {
  readonly id: RegistrationId;
  /** The how manyth of this device, whatever its clock says; left out by versions that did not count: those were made before. */
  readonly seq?: number;
  /** As it will be sent: parsed again before each send, never rewritten. */
  readonly action: RegisterAction;
  readonly secret: string;
  /** What the partition was called when it was chosen. Never sent. */
  readonly partitionName: string;
  /** waiting → sent | held (refused; visible until somebody decides). */
  readonly state: 'waiting' | 'sent' | 'held';
  readonly heldBecause: RegistrationRefusal | null;
  /** What the desk said of it last; null before it was sent. */
  readonly desk: RegistrationState | null;
  readonly tries: number;
  /** No try before this moment. */
  readonly retryAt: Instant | null;
  /** The desk answered the last try: too many for now. Left out for none. */
  readonly isTooMany?: boolean;
};

const ownRegistrationSchema = v.object({
  id: mintedId<RegistrationId>(),
  seq: v.exactOptional(v.number()),
  action: registerActionSchema,
  secret: v.string(),
  partitionName: v.string(),
  state: v.picklist(['waiting', 'sent', 'held']),
  heldBecause: v.nullable(registrationRefusalSchema),
  desk: v.nullable(registrationStateSchema),
  tries: v.number(),
  retryAt: v.nullable(instant),
  isTooMany: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, OwnRegistration>;

/** What is being answered and not sent: one at a time. */
export type RegistrationDraft = {
  readonly key: 'draft';
  readonly answers: RegistrationDetails;
  readonly step: string;
  /** Why the desk did not take these answers; left out where it did not say, or somebody has gone on from there. */
  readonly refused?: RegistrationRefusal;
};

export class RegistrationDb extends Dexie {
  declare registrations: EntityTable<{ id: RegistrationId } & Record<string, unknown>, 'id'>;
  declare drafts: EntityTable<RegistrationDraft, 'key'>;

  constructor(name: string) {
    // Strict, as for every outbox: what was sent off is on the disk, also when the power goes.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    // Append only: a version that was once released is never edited.
    this.version(1).stores({ registrations: 'id', drafts: 'key' });
  }
}

export const openRegistrationDb = (backendKey: string): RegistrationDb => new RegistrationDb(`portico:${backendKey}:registrations`);

/** The oldest first. What this version cannot read stays where it is. */
export const readOwnRegistrations = async (db: RegistrationDb): Promise<readonly OwnRegistration[]> =>
  (await db.registrations.toArray())
    .flatMap((row) => {
      const parsed = v.safeParse(ownRegistrationSchema, row);
      return parsed.success ? [parsed.output] : [];
    })
    .sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
