/** Did the browser ask over TLS? The server itself speaks plain HTTP: the proxy in front of it says so. */
export const isSecure = (request: Request): boolean => request.url.startsWith('https:') || request.headers.get('X-Forwarded-Proto') === 'https';
