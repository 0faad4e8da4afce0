import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { cacheAndAsk, cacheForEver, servedFile, type ServedFile } from './served-file.ts';

/** Files by the path they are asked for. What is not in here is not served: no path can lead out of the folder. */
export type Site = ReadonlyMap<string, ServedFile>;

/**
 * Reads the built portal into memory (well under a megabyte): a build that runs meanwhile cannot leave half a portal
 * between two requests. Null when there is none.
 */
export const readSite = async (distFolder: string): Promise<Site | null> => {
  const files = await listFiles(distFolder);
  const entries = await Promise.all(files.map(async (file) => [pathOf(distFolder, file), await readServedFile(distFolder, file)] as const));
  const site = new Map(entries);
  return site.has('/index.html') ? site : null;
};

const listFiles = async (folder: string): Promise<readonly string[]> => {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    // Neither links, which may lead elsewhere, nor hidden files (`.vite/manifest.json`) are part of the site.
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !pathOf(folder, file).includes('/.'));
  } catch (fault) {
    if (isMissing(fault)) return [];
    throw fault;
  }
};

const isMissing = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

const readServedFile = async (folder: string, file: string): Promise<ServedFile> => {
  const cacheControl = pathOf(folder, file).startsWith('/assets/') ? cacheForEver : cacheAndAsk;
  return servedFile(getMimeType(file) ?? 'application/octet-stream', cacheControl, await readFile(file));
};

const pathOf = (folder: string, file: string): string => `/${relative(folder, file).split(sep).join('/')}`;
