import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import solid from 'vite-plugin-solid';
import { VitePWA } from 'vite-plugin-pwa';
import { minifyAgain } from './src/commands/minify-again.ts';
import { createPartOf } from './src/commands/site-parts.ts';

const backend = process.env['PORTICO_DEV_BACKEND'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    solid({ solid: { omitNestedClosingTags: true } }),
    minifyAgain(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      // The deployment's brand decides the manifest, so it is not part of the build.
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}', 'icons/*.png'],
        // Read at run time, so that one build serves many deployments.
        globIgnores: ['portico.json', 'manifest.webmanifest'],
        minify: true,
        buildPlugins: { vite: [minifyAgain()] },
        // Thirty-two bits tell a file from the one before it; the worker carries a revision for each that has none in its name.
        manifestTransforms: [(entries) => ({ manifest: entries.map((entry) => ({ ...entry, revision: entry.revision?.slice(0, 8) ?? null })) })],
      },
    }),
  ],
  // The package's own entry wraps the old-browser build: this one is the same code, 2 kB lighter on the wire.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ debugName: 'parts', name: createPartOf(import.meta.dirname) }], includeDependenciesRecursively: false } },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/portico.json', '/manifest.webmanifest', '/healthz'].map((path) => [
        path,
        { target: backend, changeOrigin: true, headers: { origin: backend } },
      ]),
    ),
  },
  test: {
    // Left to itself it keeps a core free for whoever sits at the machine, which is half of a small one.
    maxWorkers: availableParallelism(),
    // Dexie says so whenever a tab gives way to another one, which the schedules make it do all the time.
    onConsoleLog: (text) => !text.startsWith('Another connection wants to delete'),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.rt.test.ts', '**/*.schedule.test.ts', '**/*.dom.test.ts'],
        },
      },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: ['src/**/*.dom.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'pg', environment: 'node', include: ['src/**/*.pg.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'rt', environment: 'node', include: ['e2e/**/*.rt.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'schedules', environment: 'node', include: ['src/**/*.schedule.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
