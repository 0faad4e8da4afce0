/** The bytes of attachments: sent in chunks beside the actions, resumed where they broke off, and only ever downloaded. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { UploadState } from '../../contract/file-transfer.ts';
import { routes } from '../../contract/routes.ts';
import { chunkBytes } from '../../contract/version.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson } from '../session/sessions.ts';
import { downloadFile } from './download-file.ts';
import { receiveChunk, uploadStateOf, type Upload } from './receive-chunk.ts';
import { settleTwins } from './settle-arrival.ts';

export const fileRoutes = (deps: ServerDeps): Hono => {
  const app = new Hono();
  app.get(routes.upload(':id'), async (context) => {
    const person = await requirePerson(deps, context);
    return answerUpload(context, await uploadStateOf(deps.database, person, idOf(context)));
  });
  app.put(routes.upload(':id'), limitBody, async (context) => {
    const person = await requirePerson(deps, context);
    const offset = parseOffset(context.req.query('offset'));
    const chunk = { entryId: idOf(context), offset, bytes: new Uint8Array(await context.req.arrayBuffer()) };
    const upload = await deps.database.transaction().execute((transaction) => receiveChunk(transaction, person, chunk));
    if (upload.kind === 'arrived') await settleTwins(deps.database, chunk.entryId).finally(deps.watch.committed);
    return answerUpload(context, upload);
  });
  app.get(routes.file(':id'), async (context) => {
    const person = await requirePerson(deps, context);
    return downloadFile(deps.database, person, idOf(context));
  });
  return app;
};

const idOf = (context: Context): string => context.req.param('id') ?? '';

const limitBody = bodyLimit({
  maxSize: chunkBytes,
  onError: () => {
    throw new ProblemError('too-large');
  },
});

const offsetSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

const parseOffset = (query: string | undefined): number => {
  const parsed = v.safeParse(offsetSchema, query);
  if (!parsed.success) throw new ProblemError('malformed');
  return parsed.output;
};

const answerUpload = (context: Context, upload: Upload): Response => {
  switch (upload.kind) {
    case 'unknown':
      throw new ProblemError('not-found');
    case 'damaged':
      throw new ProblemError('file-damaged');
    case 'not-a-chunk':
      throw new ProblemError('malformed');
    case 'on-its-way':
    case 'arrived':
      return context.json({ portico: 1, receivedBytes: upload.receivedBytes, arrived: upload.kind === 'arrived' } satisfies UploadState);
  }
};
