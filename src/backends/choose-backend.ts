import type { PorticoJson } from '../contract/portico-json.ts';
import type { Backend } from './backend.ts';
import { createPortalHttpBackend } from './portal-http/portal-http-backend.ts';

/** The adapter that `portico.json` names. */
export const chooseBackend = ({ backend }: PorticoJson): Backend => {
  switch (backend.kind) {
    case 'portico':
      return createPortalHttpBackend({ address: backend.address });
  }
};
