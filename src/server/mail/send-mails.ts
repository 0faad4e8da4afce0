/**
 * Sends the letters that are due, one after another. A letter is claimed before it is sent, so that of two servers on one
 * database one sends it; a claim lapses, so that a letter whose server died is sent by the next one that looks.
 *
 *            claimed                      carried
 *   due ──────────────▶ being sent ───────────────────▶ sent (its text is forgotten)
 *    ▲                      │  │ refused for good, or for days
 *    └── later each time ───┘  └──────────────────────▶ given up, and logged
 */
import { isAddress } from '../../domain/name-and-address.ts';
import type { Instant } from '../../domain/instant.ts';
import { days, minutes } from '../../domain/instant.ts';
import type { Database } from '../database/schema.ts';
import type { Log } from '../log.ts';
import { isRefusedForGood, smtpFactsOf, type Carrier } from './carrier.ts';
import type { Letter } from './post-mail.ts';

export type MailDeps = { readonly database: Database; readonly now: () => Instant; readonly log: Log; readonly carrier: Carrier };

/** Longer than any try takes: another server thinks that this one has died once it is over. */
const claimMs = minutes(10);

/** How long it is worth telling what a letter tells. */
const patienceMs = days(3);

/** A time that never comes, for what is not tried again. */
const never = Number.MAX_SAFE_INTEGER;

/** Hands back when the next try is due; null while nothing waits. */
export const sendDueMails = async (deps: MailDeps): Promise<Instant | null> => {
  for (;;) {
    const next = await nextMail(deps);
    if (next === null || next.try_at > deps.now()) return next && next.try_at;
    if (await claim(deps, next)) await sendClaimed(deps, next);
  }
};

type Mail = Letter & { readonly tries: number; readonly try_at: Instant };

const nextMail = async ({ database }: MailDeps): Promise<Mail | null> => {
  const waiting = database.selectFrom('mails').selectAll().where('sent_at', 'is', null).where('try_at', '<', never);
  return (await waiting.orderBy('try_at').orderBy('id').limit(1).executeTakeFirst()) ?? null;
};

/** False where another server was quicker. */
const claim = async ({ database, now }: MailDeps, { id, tries, try_at }: Mail): Promise<boolean> => {
  const claimed = await database
    .updateTable('mails')
    .set({ tries: tries + 1, try_at: now() + claimMs })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('tries', '=', tries)
    .where('try_at', '=', try_at)
    .executeTakeFirst();
  return claimed.numUpdatedRows > 0;
};

const sendClaimed = async (deps: MailDeps, mail: Mail): Promise<void> => {
  if (!isAddress(mail.address)) return giveUp(deps, mail, { reason: 'no address' });
  try {
    await deps.carrier.carry(mail);
  } catch (fault) {
    return putOff(deps, mail, fault);
  }
  // Letters may hold what is nobody else’s business, such as a way to set a password.
  await mark(deps, mail, { sent_at: deps.now(), body: '' });
};

const putOff = async (deps: MailDeps, mail: Mail, fault: unknown): Promise<void> => {
  const facts = { id: mail.id, tries: mail.tries + 1, ...smtpFactsOf(fault) };
  const tryAt = deps.now() + pauseMs(mail.tries);
  if (isRefusedForGood(fault) || tryAt > mail.at + patienceMs) return giveUp(deps, mail, facts);
  deps.log('mail-not-sent', facts);
  await mark(deps, mail, { try_at: tryAt });
};

const giveUp = async (deps: MailDeps, mail: Mail, facts: Parameters<Log>[1]): Promise<void> => {
  deps.log('mail-given-up', { id: mail.id, ...facts });
  await mark(deps, mail, { try_at: never, body: '' });
};

/** Half a minute, then twice as long each time, up to an hour. */
const pauseMs = (tries: number): number => Math.min(2 ** tries * 30_000, minutes(60));

const mark = async ({ database }: MailDeps, { id }: Mail, marks: { readonly sent_at?: Instant; readonly try_at?: Instant; readonly body?: string }) => {
  await database.updateTable('mails').set(marks).where('id', '=', id).execute();
};
