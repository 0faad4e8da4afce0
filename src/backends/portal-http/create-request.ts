import { versionHeader } from '../../contract/routes.ts';
import { wireVersion } from '../../contract/version.ts';
import { createSendRequest, type HttpSettings, type SendRequest } from '../send-request.ts';

/** Requests that say which version of the contract this portal speaks. */
export const createPortalHttpRequest = (settings: HttpSettings): SendRequest => createSendRequest(settings, { [versionHeader]: String(wireVersion) });
