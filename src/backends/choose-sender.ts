import type { PorticoJson } from '../contract/portico-json.ts';
import type { Sender } from './backend.ts';
import { createPortalHttpSender } from './portal-http/portal-http-sender.ts';
import { createPortalHttpRequest } from './portal-http/create-request.ts';

/**
 * The sending half of the adapter that `portico.json` names, for the service worker: it carries nothing that reads. Null
 * where sending is left to the page, because the adapter reads as much as it writes.
 */
export const chooseSender = ({ backend }: PorticoJson): Sender | null => {
  switch (backend.kind) {
    case 'portico':
      return createPortalHttpSender(createPortalHttpRequest({ address: backend.address }));
    case 'request-tracker':
      return null;
  }
};
