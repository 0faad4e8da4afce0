/** A smaller copy of a photo: phones take pictures far larger than a service desk needs. */
import type { ChosenFile } from '../actions/keep-file.ts';

const worthFromBytes = 1_000_000;
const longestSide = 1_920;

export const worthShrinking = (file: File): boolean => file.size > worthFromBytes && ['image/jpeg', 'image/png', 'image/webp'].includes(file.type);

/** A JPEG knows no transparency: what shines through would turn black. */
const drawOnWhite = (canvas: HTMLCanvasElement, picture: ImageBitmap): void => {
  const paper = canvas.getContext('2d');
  if (!paper) return;
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
};

/** Null when the picture cannot be read, or would not get much smaller. */
export const shrinkImage = async (file: File): Promise<ChosenFile | null> => {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  drawOnWhite(canvas, picture);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82));
  if (!blob || blob.size > file.size * 0.8) return null;
  return { name: file.name.replace(/\.[^.]+$/, '.jpg'), type: 'image/jpeg', bytes: await blob.arrayBuffer() };
};
