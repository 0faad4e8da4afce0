/**
 * Our ids in RT's fields: the action's id, and for what only looks like a reply what it is, as `<uuid>/chase`. So a chase
 * can be counted, and a file told from a message, on any device and in RT's own pages.
 */
import type { ActionId } from '../../domain/ids.ts';

const purposes = ['chase', 'file', 'escalation', 'answers'] as const;
export type Purpose = (typeof purposes)[number];
export type ClientId = { readonly actionId: ActionId; readonly purpose: Purpose | null };

export const writeClientId = (actionId: ActionId, purpose: Purpose | null): string => (purpose === null ? actionId : `${actionId}/${purpose}`);

/** Null for what was not written by the portal. */
export const readClientId = (value: string | undefined): ClientId | null => {
  const [actionId = '', purpose = null, ...more] = (value ?? '').split('/');
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(actionId) || more.length > 0) return null;
  const known = purposes.find((one) => one === purpose);
  return purpose !== null && known === undefined ? null : { actionId: actionId as ActionId, purpose: known ?? null };
};
