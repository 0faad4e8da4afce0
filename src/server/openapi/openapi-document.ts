/** The OpenAPI 3.1 document, made from the schemas that requests and answers are really parsed with. */
import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { deskPeopleRecordSchema } from '../../contract/assignment.ts';
import { openedActionSchema } from '../../contract/opened-action.ts';
import { actionSchema } from '../../contract/action.ts';
import { articleSchema, conditionSchema, questionFlowSchema, serviceSchema } from '../../contract/catalogue.ts';
import { chatQueueSchema, presenceSchema } from '../../contract/chat-desk.ts';
import { changeSchema } from '../../contract/change.ts';
import { partitionSchema } from '../../contract/partition.ts';
import { partitionSettingsSchema, settingsSaveSchema } from '../../contract/partition-settings.ts';
import { personSchema } from '../../contract/person.ts';
import { problemSchema, type ProblemKind } from '../../contract/problem.ts';
import { answerSchema, refusalSchema } from '../../contract/receipt.ts';
import { personHeader, versionHeader } from '../../contract/routes.ts';
import { fileManifestSchema } from '../../contract/answer.ts';
import { deskRecordSchema, recordSaveSchema, fieldProblemSchema } from '../../contract/records.ts';
import { registrationRecordSchema } from '../../contract/registration.ts';
import { settingsPlaceSchema } from '../../contract/settings-change.ts';
import { unopenedData, unopenedSubject, unopenedPlace, unopenedProblem, unopenedRecord, unopenedSettings, unopenedThing } from '../../contract/unopened.ts';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import { wireVersion } from '../../contract/version.ts';
import { statusByKind } from '../problem.ts';
import { sessionCookie } from '../session/sessions.ts';
import { apiRoutes, type ApiRoute, type Body } from './api-routes.ts';

/** What has a name in the document; everything else is written out where it is used. */
const named = {
  Action: actionSchema,
  Answer: answerSchema,
  Article: articleSchema,
  Change: changeSchema,
  Condition: conditionSchema,
  Entry: entrySchema,
  FileManifest: fileManifestSchema,
  Partition: partitionSchema,
  Person: personSchema,
  Problem: problemSchema,
  QuestionFlow: questionFlowSchema,
  Refusal: refusalSchema,
  Service: serviceSchema,
  Ticket: ticketSchema,
};

/** What devices pass on unopened is written out as whoever opens it reads it. */
const openedBy = new Map<v.GenericSchema, v.GenericSchema>([
  [unopenedData, v.union(openedActionSchema.options.map(({ entries }) => entries.data))],
  [unopenedSubject, v.union(openedActionSchema.options.map(({ entries }) => entries.subject))],
  [unopenedRecord, v.union([deskRecordSchema, registrationRecordSchema, deskPeopleRecordSchema])],
  [unopenedThing, v.union([recordSaveSchema, settingsSaveSchema, presenceSchema, chatQueueSchema])],
  [unopenedSettings, partitionSettingsSchema],
  [unopenedPlace, settingsPlaceSchema],
  [unopenedProblem, fieldProblemSchema],
]);

const plainConversion = {
  typeMode: 'input',
  target: 'draft-2020-12',
  // JSON has no infinite numbers to refuse, trims nothing, and knows no rule for whole characters.
  ignoreActions: ['finite', 'trim', 'check'],
} satisfies ConversionConfig;

const conversion = {
  ...plainConversion,
  definitions: named,
  overrideSchema: ({ valibotSchema }) => {
    const opened = openedBy.get(valibotSchema);
    return opened && writtenOut(opened, plainConversion);
  },
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
} satisfies ConversionConfig;

const writtenOut = (schema: v.GenericSchema, config: ConversionConfig) => {
  const { $schema: _dialect, $defs: _named, ...written } = toJsonSchema(schema, config);
  return written;
};

export const openapiDocument = () => ({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: {
    title: 'Portico reference backend',
    version: String(wireVersion),
    description: 'Actions up, changes down. Every answer carries `portico: 1`; one that does not is not from here.',
  },
  paths: pathsOf(apiRoutes),
  components: {
    schemas: toJsonSchemaDefs(named, conversion),
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
  },
});

const pathsOf = (table: readonly ApiRoute[]) => {
  const paths = [...new Set(table.map((route) => route.path))];
  const operationsAt = (path: string) => table.filter((route) => route.path === path).map((route) => [route.method, operationOf(route)] as const);
  return Object.fromEntries(paths.map((path) => [path, Object.fromEntries(operationsAt(path))]));
};

const operationOf = (route: ApiRoute) => ({
  operationId: route.name,
  summary: route.summary,
  security: route.isForPerson ? [{ session: [] }] : [],
  parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
  ...(route.request ? { requestBody: { required: true, content: contentOf([route.request]) } } : {}),
  responses: { '200': { description: route.answer.description, content: contentOf(route.answer.bodies) }, ...problemResponses(route) },
});

const pathParameters = ({ path }: ApiRoute) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const queryParameters = ({ query = [] }: ApiRoute) => query.map(({ type, ...parameter }) => ({ ...parameter, in: 'query', schema: { type } }));

const headerParameters = ({ isForPerson }: ApiRoute) => [
  ...(isForPerson
    ? [
        {
          name: personHeader,
          in: 'header',
          required: true,
          description: 'Id of the person the request is for; must be who is signed in.',
          schema: { type: 'string' },
        },
      ]
    : []),
  { name: versionHeader, in: 'header', required: false, description: 'Version of the wire that the portal speaks.', schema: { type: 'integer' } },
];

const contentOf = (bodies: readonly Body[]) => Object.fromEntries(bodies.map(({ type, schema }) => [type, { schema: schemaOf(schema) }]));

const schemaOf = (schema: v.GenericSchema | 'bytes' | 'events'): object => {
  if (schema === 'bytes') return {};
  if (schema === 'events') return { type: 'string', description: 'Events whose data is one JSON page each.' };
  return writtenOut(schema, conversion);
};

/** What any request may be answered with, and what this one may be. */
const problemResponses = (route: ApiRoute) => {
  const kinds: readonly ProblemKind[] = [
    ...(route.isForPerson ? (['not-signed-in', 'other-session', 'update-the-app'] as const) : []),
    'unavailable',
    ...route.problems,
  ];
  const statuses = [...new Set(kinds.map((kind) => statusByKind[kind]))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: kinds.filter((kind) => statusByKind[kind] === status).join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};
