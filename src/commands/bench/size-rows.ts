/** What the built portal weighs, beside portals of the field. */
import { brotliBytes, sizeGates } from '../site-sizes.ts';
import { kilobytes, type Row } from './row.ts';

/** Rivals as they came over the wire with gzip, measured in November 2026. */
const beside: Readonly<Record<string, string>> = {
  'before the first paint, signed out': 'floor 14.7 kB; gzip: Znuny 530, RT 862, iTop 3,746 kB',
  'signed-in home': 'Dexie alone 26.5 kB',
  'service worker': 'with a database of its own 32 kB',
};

export const measureSizes = (folder: string): readonly Row[] =>
  sizeGates(folder).map(({ what, files, budgetBytes }) => {
    const bytes = brotliBytes(folder, files);
    return {
      what,
      measured: `${kilobytes(bytes)} brotli`,
      budget: `≤ ${kilobytes(budgetBytes)}`,
      beside: beside[what] ?? '',
      isMet: bytes <= budgetBytes,
      isGate: true,
    };
  });
