/** What the pages of the front door ask of the desk, for whoever has no session: loaded with them. */
import { createSignal } from 'solid-js';
import * as v from 'valibot';
import { newUuid } from './actions/new-uuid.ts';
import type { FrontDoor } from './app-context.ts';
import { createPortalHttpReception } from './backends/portal-http/portal-http-reception.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import { offerSchema } from './contract/registration.ts';
import { chooseBackend, outcomeOfFailure } from './door-backend.ts';
import type { Person } from './domain/person.ts';
import type { RegistrationOffer } from './domain/registration/registration.ts';
import type { DeviceRecord } from './store/device-record.ts';
import { openRegistrationDb } from './store/registration-db.ts';
import { endRevokedSession } from './sync/revoked-session.ts';
import { followRegistrations } from './sync/send-registrations.ts';
import { recall, remember } from './ui/remembered.ts';

type FrontDoorDeps = {
  readonly settings: PorticoJson;
  readonly backendKey: string;
  readonly device: DeviceRecord;
  /** Who is signed in on this device. */
  readonly present: () => Person | null;
  readonly onSignedIn: () => Promise<void>;
};

export const createFrontDoor = ({ settings, backendKey, device, present, onSignedIn }: FrontDoorDeps): FrontDoor => {
  const reception = createPortalHttpReception({ address: settings.backend.address });
  const db = openRegistrationDb(backendKey);
  const following = followRegistrations({ db, reception, now: Date.now, random: Math.random }, (fault) => globalThis.reportError(fault));
  const offerKey = `portico:offer:${backendKey}`;
  const [offer, setOffer] = createSignal(offerIn(recall(offerKey)));
  return {
    present,
    offer,
    askOffer: async () => {
      const told = await orFailure(() => reception.offer());
      if (typeof told === 'string') return;
      setOffer(told);
      remember(offerKey, JSON.stringify(told));
    },
    registering: { db, now: Date.now, newId: () => newUuid(), onPerformed: following.nudge },
    askForLink: (email) =>
      orFailure(async () => {
        await reception.askForLink(email);
        return 'asked' as const;
      }),
    linkHolder: (token) => orFailure(async () => (await reception.linkHolder(token)) ?? ('link-over' as const)),
    setPassword: (token, password) =>
      orFailure(async () => {
        const backend = await chooseBackend(settings);
        await endRevokedSession({ device, backend });
        const answer = await reception.setPassword(token, password);
        if (answer.outcome !== 'set') return answer.outcome;
        const here = present();
        // What the other one left unsent stays theirs: they sign out first.
        if (here && here.id !== answer.person.id) return 'somebody-else';
        await device.signedIn(answer.person);
        await onSignedIn();
        return 'signed-in';
      }),
  };
};

/** What the desk said on an earlier visit; undefined where it said nothing that can be read. */
const offerIn = (stored: string | null): RegistrationOffer | null | undefined => {
  try {
    const parsed = v.safeParse(v.nullable(offerSchema), JSON.parse(stored ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};

/** What came of it, or how it failed. */
const orFailure = async <Outcome>(ask: () => Promise<Outcome>): Promise<Outcome | 'slow-down' | 'no-answer'> => {
  try {
    return await ask();
  } catch (fault) {
    return outcomeOfFailure(fault);
  }
};
