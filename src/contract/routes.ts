/** Every address of the reference backend, in one place. */
export const routes = {
  actions: '/api/actions',
  changes: '/api/changes',
  session: '/api/session',
  /** What is told at once and kept nowhere. */
  signals: '/api/signals',
  /** The bytes of an attachment: `GET` once they arrived. */
  file: (attachmentId: string) => `/api/files/${attachmentId}`,
  /** `GET` how much is there, `PUT …?offset=` one chunk more. */
  upload: (attachmentId: string) => `/api/files/${attachmentId}/upload`,
  openapi: '/api/openapi.json',
  health: '/healthz',
} as const;

/** Those for people who have no session: asked for by the front door alone. */
export const doorRoutes = {
  /** `POST` a new one with the token of a link; ask whose a link is; ask for a link by letter. */
  password: '/api/password',
  passwordHolder: '/api/password/holder',
  passwordLink: '/api/password/link',
  /** `GET` what is offered to strangers, `POST` a registration, ask what became of it. */
  registrations: '/api/registrations',
  registrationState: '/api/registrations/state',
} as const;

/** The person a request is for; a session of anybody else is answered `other-session`. */
export const personHeader = 'Portico-Person';
export const versionHeader = 'Portico-Version';
