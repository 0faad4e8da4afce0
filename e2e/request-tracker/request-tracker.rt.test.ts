import type { AcceptanceDesk } from '../../src/backends/acceptance-client.testing.ts';
import { describeBackend } from '../../src/backends/backend-acceptance.testing.ts';
import { openRequestTrackerDesk } from './request-tracker-desk.ts';
import { startRequestTracker } from './request-tracker.ts';

const openDesk = async (): Promise<AcceptanceDesk> => {
  const { address, stop } = await startRequestTracker();
  return openRequestTrackerDesk(address, stop);
};

describeBackend('Request Tracker', openDesk, ['batches']);
