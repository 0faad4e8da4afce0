import * as v from 'valibot';

/** How much of a file the backend holds: answer to `GET` and `PUT /api/files/<id>/upload`. */
export const uploadStateSchema = v.object({
  portico: v.literal(1),
  receivedBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  arrived: v.boolean(),
});
export type UploadState = v.InferOutput<typeof uploadStateSchema>;
