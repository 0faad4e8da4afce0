/** A ticket that is already at the desk, raised past the browser: where a test is about what comes after. */
import { v7 } from 'uuid';
import { routes } from '../../src/contract/routes.ts';
import type { SettingsChange } from '../../src/domain/settings/settings-place.ts';
import type { Page } from '@playwright/test';
import { openDesk, signInPastTheBrowser } from './desk.ts';
import type { SamplePerson } from './sign-in.ts';

export const raiseTicket = async (address: string, person: SamplePerson): Promise<string> => {
  const id = v7();
  const answers = { system: 'windows', 'shared-secret': false, prove: 'visit' };
  const data = { serviceId: 'forgotten-password', flow: { id: 'forgotten-password', version: 1 }, answers };
  await performsElsewhere(address, person, id, { kind: 'raise-ticket', data });
  return id;
};

/** The same person on another device, which is online. */
export const performsElsewhere = (address: string, person: SamplePerson, ticketId: string, body: Record<string, unknown>): Promise<void> =>
  performs(address, person, { subject: { kind: 'ticket', id: ticketId }, ...body });

/** An administrator on another device. */
export const savesSettingsElsewhere = (
  address: string,
  person: SamplePerson,
  partition: string,
  changes: readonly SettingsChange[],
  reason: string,
): Promise<void> => performs(address, person, { subject: { kind: 'partition', id: partition }, kind: 'save-settings', data: { changes, reason } });

type RecordBody = { readonly id: string; readonly [field: string]: unknown };

export const savesRecordElsewhere = (
  address: string,
  person: SamplePerson,
  change: { readonly of: string; readonly from: RecordBody | null; readonly to: RecordBody | null },
): Promise<void> =>
  performs(address, person, { subject: { kind: 'record', id: `${change.of}/${(change.to ?? change.from)?.id}` }, kind: 'save-record', data: { change } });

export const performs = async (address: string, person: SamplePerson, body: Record<string, unknown>): Promise<void> => {
  const session = await signInPastTheBrowser(address, person);
  const action = { v: 1, id: v7(), at: Date.now(), ...body };
  const response = await fetch(`${address}${routes.actions}`, {
    method: 'POST',
    headers: { ...session, 'Content-Type': 'application/json' },
    body: JSON.stringify({ actions: [action] }),
  });
  const answered = (await response.json()) as { readonly answers?: readonly { readonly outcome: string }[] };
  if (answered.answers?.[0]?.outcome !== 'applied') throw new Error(`it was not done: ${JSON.stringify(answered)}`);
};

/** Writes a reply on the ticket that is open and sends it, as a person does. */
export const sendsReply = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Write a reply' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(text).first().waitFor();
};

/** What was said on a ticket, in the order the desk has it. */
export const messagesAtTheDesk = async (address: string, ticketId: string): Promise<readonly string[]> => {
  const desk = await openDesk(address);
  return (await desk.entries(ticketId)).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));
};
