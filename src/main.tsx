/** The page's composition root: settings, who uses this device, and then the portal. */
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import { render } from 'solid-js/web';
import { App } from './app.tsx';
import { backendKeyOf } from './contract/backend-key.ts';
import { enDoor } from './i18n/en-door.ts';
import { learn, setVocabulary, startLocale } from './i18n/translate.ts';
import { loadSettings } from './load-settings.ts';
import { Unreachable } from './portal/shell/unreachable.tsx';
import { watchStaleChunks } from './stale-chunk.ts';
import { createDeviceConnection, createDeviceRecord } from './store/device-record.ts';
import { setSiteName } from './ui/page-title.tsx';
import { setBrand, startTheme } from './ui/theme.ts';

const cannotStart = () => import('./portal/shell/cannot-start.tsx');

const start = async (root: HTMLElement): Promise<void> => {
  // On plain http over a network there is no service worker, no lock and no crypto: half a portal would lose things.
  if (!isSecureContext) {
    const { InsecureOrigin } = await cannotStart();
    return void render(() => <InsecureOrigin />, root);
  }
  const connection = createDeviceConnection();
  // Beside the settings. Whoever uses it hears whether it can be opened.
  connection.open().catch(() => undefined);
  await startLocale();
  const loaded = await loadSettings();
  if (loaded.kind === 'bad') {
    const { BadSettings } = await cannotStart();
    return void render(() => <BadSettings problems={loaded.problems} />, root);
  }
  if (loaded.kind === 'unreachable') return void render(() => <Unreachable />, root);
  const { settings } = loaded;
  setVocabulary(settings.vocabulary);
  setBrand(settings.brand);
  setSiteName(settings.name);
  const backendKey = backendKeyOf(settings);
  const device = createDeviceRecord(backendKey, connection);
  const state = await device.read();
  render(() => <App settings={settings} backendKey={backendKey} device={device} state={state} />, root);
};

learn(enDoor);
startTheme();
watchStaleChunks();
const root = document.getElementById('app');
if (root) void start(root);
