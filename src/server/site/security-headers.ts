import type { MiddlewareHandler } from 'hono';
import type { PorticoJson } from '../../contract/portico-json.ts';

/**
 * Sent with everything. No inline script or style, nothing from elsewhere but the configured backend and logo, no frame
 * around the portal. (No Trusted Types: Solid would need a policy that lets everything pass, which protects nothing.)
 */
export const securityHeaders = (settings: PorticoJson): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy(settings),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
});

/** Sets them on every answer that does not bring its own. */
export const withSecurityHeaders = (settings: PorticoJson): MiddlewareHandler => {
  const headers = Object.entries(securityHeaders(settings));
  return async (context, next) => {
    await next();
    for (const [name, value] of headers) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
};

const contentSecurityPolicy = ({ backend, brand }: PorticoJson): string =>
  [
    "default-src 'self'",
    `img-src 'self' blob: data:${foreignOrigin(brand.logo ?? '')}`,
    `connect-src 'self'${foreignOrigin(backend.address)}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');

const foreignOrigin = (address: string): string => (/^https?:/.test(address) ? ` ${new URL(address).origin}` : '');
