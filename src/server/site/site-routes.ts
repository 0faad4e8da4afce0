/** Serves the built portal with this deployment's `portico.json` and manifest: one command, one origin, no CORS. */
import { Hono } from 'hono';
import type { PorticoJson } from '../../contract/portico-json.ts';
import { notBuiltPage } from './not-built-page.ts';
import { readSite, type Site } from './read-site.ts';
import { cacheAndAsk, servedFile, serveFile, type ServedFile } from './served-file.ts';
import { manifestOf } from './web-manifest.ts';

export type SiteDeps = {
  /** Where `npm run build` put the portal. */
  readonly distFolder: string;
  readonly porticoJson: PorticoJson;
};

export const siteRoutes = ({ distFolder, porticoJson }: SiteDeps): Hono => {
  const site = keepSite(distFolder);
  const settings = servedFile('application/json', cacheAndAsk, jsonBytes(porticoJson));
  const manifest = servedFile('application/manifest+json', cacheAndAsk, jsonBytes(manifestOf(porticoJson)));
  return new Hono()
    .get('/portico.json', (context) => serveFile(settings, context.req.raw))
    .get('/manifest.webmanifest', (context) => serveFile(manifest, context.req.raw))
    .get('*', async (context) => {
      const files = await site();
      if (!files) return context.html(notBuiltPage(distFolder), 503, { 'Cache-Control': 'no-store' });
      const file = findFile(files, context.req.path, context.req.header('Accept') ?? '');
      return file ? serveFile(file, context.req.raw) : context.text('There is nothing at this address.', 404, { 'Cache-Control': 'no-store' });
    });
};

/** A path that is no file is a screen of the portal, which finds its way by itself; but never in place of a missing script. */
const findFile = (site: Site, path: string, accept: string): ServedFile | undefined => {
  const file = site.get(path === '/' ? '/index.html' : path);
  if (file) return file;
  const isScreen = accept.includes('text/html') && !path.startsWith('/assets/');
  return isScreen ? site.get('/index.html') : undefined;
};

/** The site as it was when it was first found; as long as there is none, looks again with each request. */
const keepSite = (distFolder: string): (() => Promise<Site | null>) => {
  let kept: Site | null = null;
  return async () => (kept ??= await readSite(distFolder));
};

const jsonBytes = (value: unknown): Buffer<ArrayBuffer> => Buffer.from(JSON.stringify(value));
