/**
 * The organisation that a deployment begins with, from a file: its partitions, what its catalogue offers, and the first
 * administrators. Everything else is set in the portal from then on.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { articleSchema, questionFlowSchema, serviceSchema } from '../contract/catalogue.ts';
import { givenId } from '../contract/ids.ts';
import { loadFlow } from '../contract/load-flow.ts';
import type { PartitionId, PersonId } from '../domain/ids.ts';
import { isAddress, longestName } from '../domain/name-and-address.ts';
import { usualSimpleStatus, type Partition } from '../domain/partition.ts';
import type { Role } from '../domain/person.ts';
import { usualRights } from '../domain/rights.ts';
import { settingsOf } from '../domain/settings/partition-settings.ts';
import type { Organisation } from './install-organisation.ts';
import { usualRoles } from './records/hold-records.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'a name is missing'), v.maxLength(longestName, `a name has ${longestName} characters at most`));

const fileSchema = v.strictObject({
  partitions: v.pipe(v.array(v.strictObject({ id: givenId<PartitionId>(), name })), v.minLength(1, 'there is at least one partition')),
  administrators: v.pipe(
    v.array(
      v.strictObject({
        name,
        email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.check(isAddress, 'an address is one such as sam@example.org')),
        partition: givenId<PartitionId>(),
      }),
    ),
    v.minLength(1, 'somebody has to set up the rest: name an administrator'),
  ),
  services: v.optional(v.array(serviceSchema), []),
  flows: v.optional(v.array(questionFlowSchema), []),
  articles: v.optional(v.array(articleSchema), []),
});
type OrganisationFile = v.InferOutput<typeof fileSchema>;

/** All that is wrong with the file, a line each, with its place. */
class OrganisationFileError extends Error {
  constructor(file: string, problems: readonly string[]) {
    super([`${file} is no organisation:`, ...problems].join('\n  '));
    this.name = 'OrganisationFileError';
  }
}

/** `newId` makes the ids of people. Throws an `OrganisationFileError` for a file that is not there, or is not sound. */
export const readOrganisationFile = (file: string, newId: () => string): Organisation => {
  const parsed = v.safeParse(fileSchema, readJson(file));
  if (!parsed.success)
    throw new OrganisationFileError(
      file,
      parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.expected === 'never' ? 'there is no such field' : issue.message}`),
    );
  const problems = problemsIn(parsed.output);
  if (problems.length > 0) throw new OrganisationFileError(file, problems);
  return organisationOf(parsed.output, newId);
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new OrganisationFileError(file, [fault instanceof Error ? fault.message : String(fault)]);
  }
};

/** What each part says of another must be so. */
const problemsIn = ({ partitions, administrators, services, flows, articles }: OrganisationFile): readonly string[] => {
  const isPartition = (id: string): boolean => partitions.some((partition) => partition.id === id);
  const unknownPartitions = (path: string, ids: readonly string[]): readonly string[] =>
    ids.filter((id) => !isPartition(id)).map((id) => `${path}: there is no partition "${id}"`);
  return [
    ...doubled(
      'partitions',
      partitions.map(({ id }) => id),
    ),
    ...doubled(
      'administrators',
      administrators.map(({ email }) => email),
    ),
    ...doubled(
      'services',
      services.map(({ id }) => id),
    ),
    ...doubled(
      'flows',
      flows.map(({ id, version }) => `${id}@${version}`),
    ),
    ...doubled(
      'articles',
      articles.map(({ id }) => id),
    ),
    ...administrators.flatMap(({ partition }, index) => unknownPartitions(`administrators.${index}.partition`, [partition])),
    ...services.flatMap((service, index) => [
      ...unknownPartitions(`services.${index}.partitionIds`, service.partitionIds),
      ...(flows.some(({ id, version }) => id === service.flow.id && version === service.flow.version)
        ? []
        : [`services.${index}.flow: there are no questions "${service.flow.id}" in version ${service.flow.version}`]),
      ...service.articleIds
        .filter((id) => !articles.some((article) => article.id === id))
        .map((id) => `services.${index}.articleIds: there is no article "${id}"`),
    ]),
    ...articles.flatMap((article, index) => unknownPartitions(`articles.${index}.partitionIds`, article.partitionIds)),
    ...flows.flatMap((flow, index) => {
      const loaded = loadFlow(flow);
      return loaded.ok ? [] : loaded.problem.map(({ kind, path }) => `flows.${index}.${path}: ${kind}`);
    }),
  ];
};

const doubled = (path: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${path}: "${id}" is there twice`);

const organisationOf = ({ partitions, administrators, ...catalogue }: OrganisationFile, newId: () => string): Organisation => {
  const usual = partitions.map(usualPartition);
  return {
    partitions: usual,
    settings: usual.map((partition) => settingsOf(partition)),
    records: usualRoles,
    people: administrators.map(({ name: known, email, partition }) => ({
      person: {
        id: newId() as PersonId,
        name: known,
        email,
        partitionId: partition,
        roles: firstRoles,
        rights: usualRights(firstRoles),
      },
      user: email,
      password: null,
    })),
    ...catalogue,
    tickets: [],
  };
};

const firstRoles: readonly Role[] = ['employee', 'administrator'];

/** As a partition is before anybody has set anything. */
const usualPartition = ({ id, name: known }: OrganisationFile['partitions'][number]): Partition => ({
  id,
  name: known,
  chase: {
    call: { enabled: true, waitMinutes: 60, maxChases: 3, setStatus: null, escalation: null },
    request: { enabled: true, waitMinutes: 240, maxChases: 3, setStatus: null, escalation: null },
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 14,
});
