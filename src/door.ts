/** Signing in from the page: the adapter is loaded when somebody knocks. */
import type { Accessor } from 'solid-js';
import type { PortalContext } from './app-context.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';

export const createDoor = (
  settings: PorticoJson,
  device: DeviceRecord,
  state: Accessor<DeviceState>,
  onSignedIn: (state: DeviceState) => void,
): Pick<PortalContext, 'signIn'> => ({
  signIn: async (user, password) => {
    const { chooseBackend, signIn, outcomeOfFailure } = await import('./door-backend.ts');
    try {
      const outcome = await signIn({ backend: await chooseBackend(settings), device }, user, password, state().present);
      if (outcome.kind === 'signed-in' && state().present?.id !== outcome.person.id) onSignedIn(await device.read());
      return outcome.kind;
    } catch (fault) {
      return outcomeOfFailure(fault);
    }
  },
});
