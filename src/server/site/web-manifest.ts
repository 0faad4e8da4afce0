import type { PorticoJson } from '../../contract/portico-json.ts';
import { colourToHex, ownColour } from '../../domain/colour-to-hex.ts';

const paper = '#fbfaf5';

/** The installed portal's name, colours, icons and shortcuts (W3C Web Application Manifest), from what the deployment decided. */
export const manifestOf = (settings: PorticoJson) => ({
  id: '/',
  name: settings.name,
  short_name: settings.shortName ?? settings.name,
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: colourToHex(settings.brand.light ?? ownColour),
  background_color: paper,
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Raise a request', url: '/services', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
    { name: 'My tickets', url: '/tickets', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
  ],
});
