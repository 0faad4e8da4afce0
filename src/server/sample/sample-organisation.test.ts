import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { articleSchema, questionFlowSchema, serviceSchema } from '../../contract/catalogue.ts';
import { partitionSchema } from '../../contract/partition.ts';
import { personSchema } from '../../contract/person.ts';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import { checkFlow } from '../../domain/check-flow.ts';
import { noon } from '../../domain/builders.testing.ts';
import { sampleOrganisation } from './sample-organisation.ts';

const northwind = sampleOrganisation(noon);
const ids = (things: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(things.map(({ id }) => id));

test('there is enough to try everything with', () => {
  expect(northwind.services.length).toBeGreaterThanOrEqual(12);
  expect(new Set(northwind.services.map(({ category }) => category.id)).size).toBe(5);
  expect(northwind.articles.length).toBeGreaterThanOrEqual(10);
  expect(northwind.people.map(({ user }) => user)).toEqual(['ada', 'ben', 'cleo', 'gus', 'mia', 'sam']);
});

test('every flow of the sample would be accepted from anybody', () => {
  expect(northwind.flows.map((flow) => [flow.id, checkFlow(flow)])).toEqual(northwind.flows.map((flow) => [flow.id, []]));
});

test('every service asks questions that are there, and suggests articles that are there', () => {
  const flows = ids(northwind.flows);
  const articles = ids(northwind.articles);
  for (const service of northwind.services) {
    expect([service.id, flows.has(service.flow.id)]).toEqual([service.id, true]);
    expect([service.id, service.articleIds.filter((id) => !articles.has(id))]).toEqual([service.id, []]);
  }
});

test('everything of the sample can be sent and read', () => {
  for (const { person } of northwind.people) v.parse(personSchema, person);
  for (const partition of northwind.partitions) v.parse(partitionSchema, partition);
  for (const service of northwind.services) v.parse(serviceSchema, service);
  for (const flow of northwind.flows) v.parse(questionFlowSchema, flow);
  for (const article of northwind.articles) v.parse(articleSchema, article);
  for (const { ticket, entries } of northwind.tickets) {
    v.parse(ticketSchema, ticket);
    for (const entry of entries) v.parse(entrySchema, entry);
  }
});

test('whenever the server is started, what happened on a ticket lies in the past and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: noon, max: noon * 2 }), (now) => {
      for (const { ticket, entries } of sampleOrganisation(now).tickets) {
        const times = entries.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(Math.max(...times, ticket.updatedAt, ticket.readAt)).toBeLessThanOrEqual(now);
      }
    }),
    { numRuns: 20 },
  );
});
