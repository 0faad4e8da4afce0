import { isAcceptedType, type FileLimits } from './decide-action.ts';

export type FileFault = 'empty' | 'too-large' | 'kind';

/** What the desk would say to a file, known before a byte of it is read; null when it takes it. */
export const fileFault = ({ sizeBytes, type }: { readonly sizeBytes: number; readonly type: string }, limits: FileLimits): FileFault | null => {
  if (sizeBytes <= 0) return 'empty';
  if (sizeBytes > limits.maxBytes) return 'too-large';
  return isAcceptedType(type, limits) ? null : 'kind';
};
