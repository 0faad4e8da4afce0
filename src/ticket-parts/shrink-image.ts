/** A smaller copy of a photo: phones take pictures far larger than a service desk needs. */
import type { ChosenFile } from '../actions/keep-file.ts';

const worthFromBytes = 1_000_000;
const longestSide = 1_920;
const jpeg = 'image/jpeg';

export const worthShrinking = (file: File): boolean => file.size > worthFromBytes && [jpeg, 'image/png', 'image/webp'].includes(file.type);

/** No side of it is longer than that. A JPEG knows no transparency: what shines through would turn black, so it is drawn on white. */
export const drawSmaller = (picture: ImageBitmap, longest: number, type: string): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paper = canvas.getContext('2d');
  if (!paper) return canvas;
  paper.fillStyle = type === jpeg ? '#fff' : 'transparent';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** Null when the picture cannot be read, or would not get much smaller. */
export const shrinkImage = async (file: File): Promise<ChosenFile | null> => {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const canvas = drawSmaller(picture, longestSide, jpeg);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, jpeg, 0.82));
  if (!blob || blob.size > file.size * 0.8) return null;
  return { name: file.name.replace(/\.[^.]+$/, '.jpg'), type: jpeg, bytes: await blob.arrayBuffer() };
};
