/** `npm run dev`: Vite with hot reload, beside the reference backend that restarts when its sources change. */
import { spawn } from 'node:child_process';
import { createServer } from 'vite';

const backendPort = process.env['PORT'] ?? '8080';
const backend = spawn(
  process.execPath,
  ['--watch-path=src/server', '--watch-path=src/domain', '--watch-path=src/contract', '--watch-preserve-output', 'src/server/main.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, PORT: backendPort },
  },
);
process.env['PORTICO_DEV_BACKEND'] = `http://127.0.0.1:${backendPort}`;
const vite = await createServer();
await vite.listen();
vite.printUrls();

const stop = (): void => {
  backend.kill('SIGTERM');
  void vite.close().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
