import { join } from 'node:path';
import { build } from 'vite';
import solid from 'vite-plugin-solid';

export const buildFloor = async (folder: string): Promise<void> => {
  await build({
    configFile: false,
    root: join(import.meta.dirname),
    logLevel: 'error',
    plugins: [solid()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  });
};
