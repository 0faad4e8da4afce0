import * as fc from 'fast-check';
import { runSchedule, scheduleArbitrary } from './sync/schedules/run-schedule.testing.ts';
const model = (process.argv[2] ?? 'portico') as 'portico';
const n = Number(process.argv[3] ?? 20);
const t0 = performance.now(); let failed = 0; const counts = new Map(); const messages = new Map<string, number>();
const only = process.argv[4];
const samples = fc.sample(scheduleArbitrary(model), { numRuns: n, seed: Number(process.env.SEED ?? 7) });
for (const [i, s] of samples.entries()) { if (only && Number(only) !== i) continue; try { await runSchedule(model, s, counts); } catch (e) { failed++; const m = String((e as Error).message).replaceAll(/m\d+|[0-9a-f]{8}-[0-9a-f-]+/g, 'X').split('\n')[0]!; messages.set(m, (messages.get(m) ?? 0) + 1); if (only || process.env.V) console.log(i, (e as Error).message, only ? (e as Error).stack : ''); } }
console.log(model, n, 'schedules', Math.round((performance.now() - t0) / n), 'ms each', process.cpuUsage().user / 1000 / n, 'cpu ms each', failed, 'failed');
console.log(messages);
