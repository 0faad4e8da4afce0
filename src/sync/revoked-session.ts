import type { SendDeps } from './ports.ts';

/** Somebody signed out here without a network: nothing else leaves before that session was ended. */
export const endRevokedSession = async ({ device, backend }: Pick<SendDeps, 'device' | 'backend'>): Promise<void> => {
  const state = await device.read();
  if (!state.revoke) return;
  await backend.signOut();
  await device.revoked();
};
