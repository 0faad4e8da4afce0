/** A chosen file as a picture of a look: drawn anew on this device, as small as it has to be, with nothing else that the file said. */
import { pictureLimits, type PictureField } from '../domain/settings/look-picture.ts';
import { pictureProblem, pictureTypes, type PictureProblem } from '../domain/settings/picture-problem.ts';
import { no, ok, type Result } from '../domain/result.ts';
import { drawSmaller } from '../ticket-parts/shrink-image.ts';

/** Sharp at the largest size that it is shown at, on a dense screen; then ever smaller. */
const longestSides: Readonly<Record<PictureField, readonly number[]>> = { banner: [1_600, 1_200, 900], logo: [336, 224, 112] };
/** A logo keeps what shines through. WebP is the smallest of all; a browser that cannot write it writes a PNG. */
const types: Readonly<Record<PictureField, readonly string[]>> = { banner: ['image/webp', 'image/jpeg'], logo: ['image/webp', 'image/png'] };
const qualities = [0.85, 0.7, 0.5];

export const lookPictureFrom = async (file: File, field: PictureField): Promise<Result<string, PictureProblem>> => {
  const picture = pictureTypes.includes(file.type) ? await createImageBitmap(file).catch(() => null) : null;
  if (!picture) return no('not-a-picture');
  const url = smallEnough(picture, field);
  picture.close();
  return url === null ? no('too-large') : ok(url);
};

const smallEnough = (picture: ImageBitmap, field: PictureField): string | null => {
  for (const longest of longestSides[field])
    for (const type of types[field]) {
      const canvas = drawSmaller(picture, longest, type);
      for (const quality of qualities) {
        const url = canvas.toDataURL(type, quality);
        if (pictureProblem(url, pictureLimits[field]) === null) return url;
      }
    }
  return null;
};
