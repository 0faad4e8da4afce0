import type { PorticoJson } from '../contract/portico-json.ts';
import type { Backend } from './backend.ts';
import { createPortalHttpBackend } from './portal-http/portal-http-backend.ts';

/** The adapter that `portico.json` names; the one that most have is here already, another is loaded. */
export const chooseBackend = async ({ backend }: PorticoJson): Promise<Backend> => {
  switch (backend.kind) {
    case 'portico':
      return createPortalHttpBackend({ address: backend.address });
    case 'request-tracker':
      return (await import('./request-tracker/configured-backend.ts')).configuredBackend(backend);
  }
};
