/** The statuses that administrators have named, as the desk said them. */
import { statusRecordSchema } from '../../contract/status-record.ts';
import { open } from '../../contract/unopened.ts';
import type { StatusRecord } from '../../domain/records/status-record.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

export const observeStatuses = ({ cache }: PersonStore): Live<readonly StatusRecord[]> =>
  live(async () => (await cache.records.where('id').startsWith('status/').toArray()).flatMap(({ body }) => open(statusRecordSchema, body?.body)));
