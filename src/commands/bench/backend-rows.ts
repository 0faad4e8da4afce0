/** The reference backend under load from another process, beside the same statements on bare node:sqlite. */
import { measureBareSqlite } from './bare-sqlite.ts';
import { measureActions, measureListeners, raiseTickets, startBackend } from './reference-backend.ts';
import { perSecond, times, type Row } from './row.ts';

export const measureBackend = async (): Promise<readonly Row[]> => {
  // First, for it holds up this whole process: connections left open meanwhile would be closed under the requests that follow.
  const bare = { single: measureBareSqlite(2_000, 1), batched: measureBareSqlite(8_000, 100) };
  const backend = await startBackend();
  try {
    const lanes = await raiseTickets(backend, 8);
    await measureActions(backend, lanes, 800, 10);
    const single = ratioRow('backend, actions one by one', await measureActions(backend, lanes, 2_000, 1), bare.single);
    const batched = ratioRow('backend, batches of 100', await measureActions(backend, lanes, 8_000, 100), bare.batched);
    const listeners = await measureListeners(backend, 2_000);
    const idle = { what: 'idle live listeners', measured: `${listeners} open`, budget: '≥ 2,000', beside: '', isMet: listeners >= 2_000, isGate: false };
    return [single, batched, idle];
  } finally {
    await backend.stop();
  }
};

const ratioRow = (what: string, ours: number, bare: number): Row => ({
  what,
  measured: `${perSecond(ours)} = ${times(ours / bare)}`,
  budget: '≥ 0.5× bare',
  beside: `bare node:sqlite ${perSecond(bare)}`,
  isMet: ours / bare >= 0.5,
  isGate: false,
});
