import { afterAll } from 'vitest';
import { describeBackend } from '../../src/backends/backend-acceptance.testing.ts';
import { openRequestTrackerDesk } from './request-tracker-desk.ts';
import { startRequestTracker } from './request-tracker.ts';

const starting = startRequestTracker();
afterAll(async () => (await starting).stop());

describeBackend('Request Tracker', async () => openRequestTrackerDesk((await starting).address));
