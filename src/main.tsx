/** The page's composition root: settings, who uses this device, and then the portal. */
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { App } from './app.tsx';
import { backendKeyOf } from './contract/backend-key.ts';
import { enDoor } from './i18n/en-door.ts';
import { learn, setVocabulary, startLocale } from './i18n/translate.ts';
import { loadSettings } from './load-settings.ts';
import { FaultPage } from './portal/shell/fault-screen.tsx';
import { Opening } from './portal/shell/opening.tsx';
import { Unreachable } from './portal/shell/unreachable.tsx';
import { recallOpening } from './remembered-opening.ts';
import { watchStaleChunks } from './stale-chunk.ts';
import { createDeviceConnection, createDeviceRecord, type DeviceState } from './store/device-record.ts';
import { setSiteName } from './ui/page-title.tsx';
import { setBrand, startTheme } from './ui/theme.ts';

const cannotStart = () => import('./portal/shell/cannot-start.tsx');

/** Whoever was here the last time is greeted before anything was asked for; returns how to take the greeting away, or null. */
const open = (root: HTMLElement): (() => void) | null => {
  const opening = recallOpening();
  if (!opening) return null;
  setBrand(opening.brand);
  return render(() => <Opening settings={opening.settings} name={opening.name} />, root);
};

const start = async (root: HTMLElement): Promise<void> => {
  const leaveOpening = open(root);
  const show = (page: () => JSX.Element): void => {
    leaveOpening?.();
    render(page, root);
  };
  // On plain http over a network there is no service worker, no lock and no crypto: half a portal would lose things.
  if (!isSecureContext) {
    const { InsecureOrigin } = await cannotStart();
    return show(() => <InsecureOrigin />);
  }
  const connection = createDeviceConnection();
  // Beside the settings. Whoever uses it hears whether it can be opened.
  connection.open().catch(() => undefined);
  await startLocale();
  const loaded = await loadSettings();
  if (loaded.kind === 'bad') {
    const { BadSettings } = await cannotStart();
    return show(() => <BadSettings problems={loaded.problems} />);
  }
  if (loaded.kind === 'unreachable') return show(() => <Unreachable />);
  const { settings } = loaded;
  setVocabulary(settings.vocabulary);
  // Otherwise it stands as it was seen last, until the partition says.
  if (!leaveOpening) setBrand(settings.brand);
  setSiteName(settings.name);
  const backendKey = backendKeyOf(settings);
  const device = createDeviceRecord(backendKey, connection);
  let state: DeviceState;
  try {
    state = await device.read();
  } catch (fault) {
    const { NothingKept } = await cannotStart();
    return show(() => <NothingKept fault={fault} />);
  }
  show(() => <App settings={settings} backendKey={backendKey} device={device} state={state} />);
};

/** Whatever it was: never a blank page, and never a greeting with nothing behind it. */
const giveUp = (root: HTMLElement, fault: unknown): void => {
  root.replaceChildren();
  render(() => <FaultPage fault={fault} />, root);
};

learn(enDoor);
startTheme();
watchStaleChunks();
const root = document.getElementById('app');
if (root) start(root).catch((fault: unknown) => giveUp(root, fault));
