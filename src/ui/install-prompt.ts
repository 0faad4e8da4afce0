/** The browser's offer to install, kept until the person asks for it. */
import { createSignal } from 'solid-js';

/** Chromium's event; other browsers install from their own menu. */
type InstallPromptEvent = Event & { readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }> };

let offer: InstallPromptEvent | null = null;
const [installState, setInstallState] = createSignal<'offered' | 'by-hand' | 'installed'>(
  matchMedia('(display-mode: standalone)').matches ? 'installed' : 'by-hand',
);
export { installState };

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event as InstallPromptEvent;
  setInstallState('offered');
});
addEventListener('appinstalled', () => setInstallState('installed'));

export const install = async (): Promise<void> => {
  const answer = await offer?.prompt();
  offer = null;
  setInstallState(answer?.outcome === 'accepted' ? 'installed' : 'by-hand');
};
