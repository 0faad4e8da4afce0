/**
 * A Request Tracker for another program, in a process of its own: the first line says its address. It goes when its input
 * ends, so also when whoever asked for it has died.
 */
import { startRequestTracker } from './request-tracker.ts';

const tracker = await startRequestTracker();
process.stdout.write(`${tracker.address}\n`);
process.stdin.resume().once('end', () => void tracker.stop());
