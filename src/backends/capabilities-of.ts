import type { PorticoJson } from '../contract/portico-json.ts';
import type { Capabilities } from './backend.ts';
import { portalHttpCapabilities } from './portal-http/portal-http-capabilities.ts';
import { requestTrackerCapabilities } from './request-tracker/request-tracker-capabilities.ts';

/** What the configured backend can do, known to the screens before its adapter is loaded. */
export const capabilitiesOf = ({ backend }: PorticoJson): Capabilities => {
  switch (backend.kind) {
    case 'portico':
      return portalHttpCapabilities;
    case 'request-tracker':
      return requestTrackerCapabilities({ mayChase: 'chase' in backend, mayResolve: 'resolveStatus' in backend });
  }
};
