/** What is wrong with a `data:` URL that is to be a picture of a look. */

/** What a file of each type begins with, in Base64. SVG is none of them: it may hold script, and what it shows may change. */
const beginnings = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/', 'image/webp': 'UklGR' } as const;

export const pictureTypes = Object.keys(beginnings);

export type PictureProblem = 'not-a-picture' | 'too-large';

export const pictureProblem = (url: string, mostBytes: number): PictureProblem | null => {
  const [, type = '', base64 = ''] = /^data:(image\/\w+);base64,([\w+/]+={0,2})$/.exec(url) ?? [];
  const isPicture = Object.entries(beginnings).some(([known, beginning]) => type === known && base64.startsWith(beginning));
  if (!isPicture) return 'not-a-picture';
  return bytesOf(base64) > mostBytes ? 'too-large' : null;
};

const bytesOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
