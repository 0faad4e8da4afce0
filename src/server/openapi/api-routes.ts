/** Every address of the backend, once: what it takes and what it answers. The OpenAPI document is made from this table. */
import * as v from 'valibot';
import { actionSchema } from '../../contract/action.ts';
import { actionsRequestSchema, actionsResponseSchema } from '../../contract/actions-exchange.ts';
import { changesPageSchema } from '../../contract/change.ts';
import { uploadStateSchema } from '../../contract/file-transfer.ts';
import { linkAskedSchema, linkHolderSchema, linkRequestSchema, linkSchema, newPasswordSchema, passwordAnswerSchema } from '../../contract/password.ts';
import type { ProblemKind } from '../../contract/problem.ts';
import { offerAnswerSchema, registerRequestSchema, registerResponseSchema, stateAnswerSchema, stateRequestSchema } from '../../contract/registration.ts';
import { signalSchema } from '../../contract/signal.ts';
import { doorRoutes, routes } from '../../contract/routes.ts';
import { sessionSchema, signInSchema } from '../../contract/session.ts';
import { batchLimits } from '../../contract/version.ts';

export type ApiRoute = {
  /** What programs made from the document call it. */
  readonly name: string;
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** With `{name}` where a part of the path varies. */
  readonly path: string;
  readonly summary: string;
  /** Whether a session is needed, and with it the header that says whom the request is for. */
  readonly isForPerson: boolean;
  readonly query?: readonly { readonly name: string; readonly required: boolean; readonly description: string; readonly type: 'string' | 'integer' }[];
  readonly request?: Body;
  /** The answers of success, all of status 200; a problem has the status that its kind stands for. */
  readonly answer: { readonly description: string; readonly bodies: readonly Body[] };
  readonly problems: readonly ProblemKind[];
};

export type Body = { readonly type: string; readonly schema: v.GenericSchema | 'bytes' | 'events' };

const json = (schema: v.GenericSchema): Body => ({ type: 'application/json', schema });
const uploadAnswer = { description: 'How much of the file the desk holds now.', bodies: [json(uploadStateSchema)] };

/** As it should be sent. What is received is looser: each action is parsed on its own, so that one bad one does not block the others. */
const batchOfActionsSchema = v.object({
  ...actionsRequestSchema.entries,
  actions: v.pipe(v.array(actionSchema), v.minLength(1), v.maxLength(batchLimits.actions)),
});

export const apiRoutes: readonly ApiRoute[] = [
  {
    name: 'performActions',
    method: 'post',
    path: routes.actions,
    summary: 'Performs a batch of actions, in order. One answer each; the same id is given the same answer for ever.',
    isForPerson: true,
    request: json(batchOfActionsSchema),
    answer: { description: 'One answer for each action, in the order they were sent.', bodies: [json(actionsResponseSchema)] },
    problems: ['malformed', 'too-large', 'foreign-origin', 'slow-down'],
  },
  {
    name: 'readChanges',
    method: 'get',
    path: routes.changes,
    summary: 'What changed since a cursor, for the eyes of this person. With `Accept: text/event-stream` the same, left open.',
    isForPerson: true,
    query: [{ name: 'since', required: false, description: 'The cursor of the last page; without it, from the beginning.', type: 'string' }],
    answer: {
      description:
        'A page of changes. As an event stream: each event is a page, with its cursor as the event id, so that Last-Event-ID resumes; an event called `signal` is what the other side of a chat signals, and is no page.',
      bodies: [json(changesPageSchema), { type: 'text/event-stream', schema: 'events' }],
    },
    problems: ['start-over'],
  },
  {
    name: 'sendSignal',
    method: 'post',
    path: routes.signals,
    summary: 'Tells the other side of an open chat something that nobody keeps: that somebody types.',
    isForPerson: true,
    request: json(signalSchema),
    answer: { description: 'It was passed on to whoever listens.', bodies: [json(v.object({ portico: v.literal(1) }))] },
    problems: ['malformed', 'not-found', 'foreign-origin'],
  },
  {
    name: 'whoIsSignedIn',
    method: 'get',
    path: routes.session,
    summary: 'Who is signed in.',
    isForPerson: false,
    answer: { description: 'The person, or null when nobody is signed in.', bodies: [json(sessionSchema)] },
    problems: [],
  },
  {
    name: 'signIn',
    method: 'post',
    path: routes.session,
    summary: 'Signs in. The session is a cookie that scripts cannot read.',
    isForPerson: false,
    request: json(signInSchema),
    answer: { description: 'The person who is signed in now.', bodies: [json(sessionSchema)] },
    problems: ['malformed', 'wrong-credentials', 'slow-down', 'foreign-origin'],
  },
  {
    name: 'signOut',
    method: 'delete',
    path: routes.session,
    summary: 'Signs out.',
    isForPerson: false,
    answer: { description: 'Nobody is signed in any more.', bodies: [json(sessionSchema)] },
    problems: ['foreign-origin'],
  },
  {
    name: 'askForPasswordLink',
    method: 'post',
    path: doorRoutes.passwordLink,
    summary: 'Asks for a letter with a link to set a password. The answer is the same whether or not somebody has this address.',
    isForPerson: false,
    request: json(linkRequestSchema),
    answer: { description: 'Where there is somebody, a letter is on its way.', bodies: [json(linkAskedSchema)] },
    problems: ['malformed', 'slow-down', 'foreign-origin'],
  },
  {
    name: 'whosePasswordLink',
    method: 'post',
    path: doorRoutes.passwordHolder,
    summary: 'Whose password a link sets. Looking uses nothing up.',
    isForPerson: false,
    request: json(linkSchema),
    answer: { description: 'Whose it is, or null for a link that was used, is too old, or never was.', bodies: [json(linkHolderSchema)] },
    problems: ['malformed', 'foreign-origin'],
  },
  {
    name: 'setPassword',
    method: 'post',
    path: doorRoutes.password,
    summary: 'Sets a password with the token of a link, once, and signs in.',
    isForPerson: false,
    request: json(newPasswordSchema),
    answer: { description: 'It is set; or what it must be, and is not; or the link is over.', bodies: [json(passwordAnswerSchema)] },
    problems: ['malformed', 'foreign-origin'],
  },
  {
    name: 'readRegistrationOffer',
    method: 'get',
    path: doorRoutes.registrations,
    summary: 'What whoever wants an account chooses from, where registration is open.',
    isForPerson: false,
    answer: { description: 'The partitions by name, and where e-mail addresses may be; null where nobody registers.', bodies: [json(offerAnswerSchema)] },
    problems: [],
  },
  {
    name: 'register',
    method: 'post',
    path: doorRoutes.registrations,
    summary: 'Asks for an account. The same id is given the same answer for ever, and tells nobody who has one already.',
    isForPerson: false,
    request: json(registerRequestSchema),
    answer: { description: 'Whether the desk looks at it.', bodies: [json(registerResponseSchema)] },
    problems: ['malformed', 'slow-down', 'foreign-origin'],
  },
  {
    name: 'readRegistrationState',
    method: 'post',
    path: doorRoutes.registrationState,
    summary: 'What became of a registration, for whoever has its secret.',
    isForPerson: false,
    request: json(stateRequestSchema),
    answer: { description: 'How it stands; null where there is no such registration, or the secret is another one.', bodies: [json(stateAnswerSchema)] },
    problems: ['malformed', 'foreign-origin'],
  },
  {
    name: 'readUploadState',
    method: 'get',
    path: routes.upload('{id}'),
    summary: 'How much of a file has arrived. The id is that of the action that attached it.',
    isForPerson: true,
    answer: uploadAnswer,
    problems: ['not-found'],
  },
  {
    name: 'addChunk',
    method: 'put',
    path: routes.upload('{id}'),
    summary: 'Adds a chunk of a file. A chunk at another offset than the desk expects changes nothing: the answer says where to go on.',
    isForPerson: true,
    query: [{ name: 'offset', required: true, description: 'Where in the file the chunk begins, in bytes.', type: 'integer' }],
    request: { type: 'application/octet-stream', schema: 'bytes' },
    answer: uploadAnswer,
    problems: ['malformed', 'too-large', 'not-found', 'file-damaged', 'foreign-origin'],
  },
  {
    name: 'downloadFile',
    method: 'get',
    path: routes.file('{id}'),
    summary: 'The bytes of a file that has arrived, always as a download.',
    isForPerson: true,
    answer: { description: 'The bytes, under the type and name they were attached with.', bodies: [{ type: '*/*', schema: 'bytes' }] },
    problems: ['not-found'],
  },
  {
    name: 'readOpenapi',
    method: 'get',
    path: routes.openapi,
    summary: 'This document.',
    isForPerson: false,
    answer: { description: 'An OpenAPI 3.1 document.', bodies: [json(v.looseObject({ openapi: v.string() }))] },
    problems: [],
  },
  {
    name: 'isHealthy',
    method: 'get',
    path: routes.health,
    summary: 'Answers as long as the backend runs.',
    isForPerson: false,
    answer: { description: 'It runs.', bodies: [json(v.object({ ok: v.literal(true) }))] },
    problems: [],
  },
];
