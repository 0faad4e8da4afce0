/** Who the session cookie belongs to. RT has no "who am I" that a requestor may read: one asks for oneself by name or id. */
import { BackendFailure } from '../backend.ts';
import type { PersonId } from '../../domain/ids.ts';
import { minutes, type Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import { retryAfterOf } from '../read-answer.ts';
import type { SendRequest } from '../send-request.ts';
import type { AskRt } from './ask.ts';
import { rtPartitionId } from './partition.ts';
import type { Reader } from './tickets.ts';
import * as v from 'valibot';
import { userSchema, type RtUser } from './wire.ts';

export type Verified = { readonly reader: Reader; readonly serverTime: Instant };

/** Rejects with *sign in again* when the session is over or somebody else's: before anything is read or written for this person. */
export const verifyPerson = async (ask: AskRt, person: PersonId, settings: RequestTrackerSettings): Promise<Verified> => {
  const found = await readSelf(ask, person);
  if (found?.user.id !== person) throw new BackendFailure('sign-in-again', 'a session of somebody else');
  return {
    reader: { person: personOf(found.user), userName: found.user.Name, zone: found.user.Timezone, settings, readUpTo: found.serverTime },
    serverTime: found.serverTime,
  };
};

/** Null when user and password do not belong together. A session that is there ends first: it could pass for the new one. */
export const signInAt = async (http: SendRequest, ask: AskRt, user: string, password: string): Promise<Person | null> => {
  await signOutAt(http);
  // RT answers with a page or a redirect, right or wrong: what counts is who is there then.
  const answer = await http('POST', '/NoAuth/Login.html', { body: new URLSearchParams({ user, pass: password }) });
  if (answer.status === 429) throw new BackendFailure('wait', 'too many tries', retryAfterOf(answer) ?? minutes(1));
  // Somebody in between did not let it through: that says nothing of the password.
  if (answer.status >= 400) throw new BackendFailure('wait', `status ${answer.status} at the log-in`);
  try {
    const found = await readSelf(ask, user);
    return found?.user.id === undefined ? null : personOf(found.user);
  } catch (fault) {
    if (fault instanceof BackendFailure && fault.kind === 'sign-in-again') return null;
    throw fault;
  }
};

export const signOutAt = async (http: SendRequest): Promise<void> => {
  const response = await http('GET', '/NoAuth/Logout.html');
  if (response.status >= 500) throw new BackendFailure('wait', `status ${response.status}`);
};

/** Null where RT tells this session nothing of that user, or only what it tells of others. */
const readSelf = async (ask: AskRt, nameOrId: string): Promise<{ readonly user: RtUser; readonly serverTime: Instant } | null> => {
  const { ok, body, serverTime } = await ask.send('GET', `/user/${encodeURIComponent(nameOrId)}`);
  const parsed = v.safeParse(userSchema, body);
  return ok && parsed.success && parsed.output.id !== undefined ? { user: parsed.output, serverTime } : null;
};

const personOf = (user: RtUser): Person => ({
  id: user.id as PersonId,
  name: user.RealName || user.Name,
  email: user.EmailAddress,
  partitionId: rtPartitionId,
  // Whatever they are in RT: through the portal they ask for things.
  roles: ['employee'],
  rights: ['call-chase', 'request-chase'],
});
