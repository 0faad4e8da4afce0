/** Would the desk take this file? Known before a byte of it is read. */
export type FileFault = 'empty' | 'too-large' | 'kind';

export type FileLimits = { readonly maxBytes: number; readonly types: readonly string[] };

/** Why a file is not taken; null when it is. */
export const fileFault = ({ sizeBytes, type }: { readonly sizeBytes: number; readonly type: string }, limits: FileLimits): FileFault | null => {
  if (sizeBytes <= 0) return 'empty';
  if (sizeBytes > limits.maxBytes) return 'too-large';
  return isAcceptedType(type, limits) ? null : 'kind';
};

/** Types are given as `image/png`, or `image/*` for a whole family. */
export const isAcceptedType = (type: string, limits: FileLimits): boolean =>
  limits.types.some((accepted) => (accepted.endsWith('/*') ? type.startsWith(accepted.slice(0, -1)) : accepted === type));
