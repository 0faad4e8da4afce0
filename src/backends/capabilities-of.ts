import type { PorticoJson } from '../contract/portico-json.ts';
import type { Capabilities } from './backend.ts';
import { portalHttpCapabilities } from './portal-http/portal-http-capabilities.ts';

/** What the configured backend can do, known to the screens before its adapter is loaded. */
export const capabilitiesOf = ({ backend }: PorticoJson): Capabilities => {
  switch (backend.kind) {
    case 'portico':
      return portalHttpCapabilities;
  }
};
