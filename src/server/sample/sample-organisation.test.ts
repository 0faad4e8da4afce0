import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { articleSchema, serviceSchema } from '../../contract/catalogue.ts';
import { loadFlow } from '../../contract/load-flow.ts';
import { partitionSchema } from '../../contract/partition.ts';
import { personSchema } from '../../contract/person.ts';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import { noon, today } from '../../domain/builders.testing.ts';
import { decideChase } from '../../domain/chase-policy.ts';
import { acceptableAnswer } from '../../domain/flow-arbitraries.testing.ts';
import { minutes } from '../../domain/instant.ts';
import { recordsOf } from '../../domain/records/desk-record.ts';
import type { Answers, Question } from '../../domain/question-flow.ts';
import { decideReopen, isUnread, statusOf, type Ticket } from '../../domain/ticket.ts';
import { outcomeAfter, nextOutcome, walkFlow } from '../../domain/walk-flow.ts';
import { sampleOrganisation } from './sample-organisation.ts';

const northwind = sampleOrganisation(noon);
const { flows, services, articles, partitions, people, tickets } = northwind;
const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);
const sent = (thing: unknown): unknown => JSON.parse(JSON.stringify(thing));

test('there is enough to try everything with', () => {
  expect(services.length).toBeGreaterThanOrEqual(12);
  expect(new Set(services.map(({ category }) => category.id)).size).toBe(5);
  expect(articles.length).toBeGreaterThanOrEqual(10);
  expect(people.map(({ user, password }) => [user, password])).toEqual(
    ['ada', 'ben', 'cleo', 'gus', 'hal', 'ines', 'mia', 'sam'].map((user) => [user, `${user}-portico`]),
  );
  expect(people.filter(({ person }) => person.roles.includes('analyst')).map(({ user }) => user)).toEqual(['gus', 'hal', 'ines']);
});

test('whoever registers is seen by somebody: each partition logs a call for it, from a template whose group has an analyst there', () => {
  const records = recordsOf(northwind.records);
  for (const { id, registration } of northwind.settings) {
    const recipient = records['call-template'].find((template) => template.id === registration.template)?.recipient;
    const members = records.group.find((group) => group.id === recipient?.id)?.memberIds ?? [];
    const there = people.filter(({ person }) => person.partitionId === id && person.roles.includes('analyst') && members.includes(person.id));
    expect([id, there.length > 0]).toEqual([id, true]);
  }
});

test('everything can be sent and read', () => {
  for (const { person } of people) expect(v.parse(personSchema, sent(person))).toEqual(person);
  for (const partition of partitions) expect(v.parse(partitionSchema, sent(partition))).toEqual(partition);
  for (const service of services) expect(v.parse(serviceSchema, sent(service))).toEqual(service);
  for (const article of articles) expect(v.parse(articleSchema, sent(article))).toEqual(article);
  for (const { ticket, entries } of tickets) {
    expect(v.parse(ticketSchema, sent(ticket))).toEqual(ticket);
    for (const entry of entries) expect(v.parse(entrySchema, sent(entry))).toEqual(entry);
  }
});

test('every name leads somewhere, and none is used twice', () => {
  for (const things of [flows, services, articles, partitions, tickets.map(({ ticket }) => ticket), tickets.flatMap(({ entries }) => entries)]) {
    expect(new Set(idsOf(things)).size).toBe(things.length);
  }
  for (const service of services) {
    expect([service.id, idsOf(flows).includes(service.flow.id)]).toEqual([service.id, true]);
    expect([service.id, service.articleIds.filter((id) => !idsOf(articles).includes(id))]).toEqual([service.id, []]);
    expect([service.id, service.partitionIds.filter((id) => !idsOf(partitions).includes(id))]).toEqual([service.id, []]);
  }
});

describe('the articles', () => {
  test.each(articles.map((article) => [article.id, article.html]))('%s: is made of plain parts, and its links lead to services', (_, html) => {
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !['h2', 'p', 'ol', 'ul', 'li', 'strong', 'a'].includes(tag ?? ''))).toEqual([]);
    for (const tag of tags) expect([tag, html.split(`<${tag}`).length]).toEqual([tag, html.split(`</${tag}>`).length]);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.filter((href) => !idsOf(services).some((id) => href === `/services/${id}`))).toEqual([]);
  });
});

/** The answers that a person gives who takes each question as it comes. */
const givenAnswers = (questions: readonly Question[]): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])), { noNullPrototype: true }) as fc.Arbitrary<Answers>;

const answerTo = (question: Question): fc.Arbitrary<Answers[keyof Answers]> => {
  if (question.kind === 'short-text' && question.pattern !== undefined)
    return fc.constantFrom(...patternAnswers.filter((text) => new RegExp(`^(?:${question.pattern})$`, 'u').test(text)));
  if (question.kind === 'short-text' || question.kind === 'long-text') return fc.constant('Some words that say what is meant'.slice(0, question.maxLength));
  return acceptableAnswer(question);
};

const patternAnswers = ['NW-12345', '4711', 'parking-permits', '+45 1234 5678'];

describe.each(flows.map((flow) => [flow.id, flow] as const))('the questions "%s"', (_, flow) => {
  const questions = flow.steps.flatMap((step) => step.questions);

  test('are sound', () => {
    expect(loadFlow(sent(flow))).toEqual({ ok: true, value: flow });
  });

  test('lead whoever answers them to the review, in twelve questions at most', () => {
    fc.assert(
      fc.property(givenAnswers(questions), (answers) => {
        let given: Answers = {};
        let outcome = nextOutcome(flow, given, today);
        while (outcome.kind === 'question') {
          const { id } = outcome.question;
          given = { ...given, [id]: answers[id] ?? null };
          const walk = walkFlow(flow, given, today);
          // An answer that is not taken would ask the same question for ever.
          expect([id, Object.hasOwn(walk.answers, id)]).toEqual([id, true]);
          outcome = outcomeAfter(walk, id);
        }
        expect(outcome.kind).toBe('review');
        expect(Object.keys(given).length).toBeLessThanOrEqual(12);
      }),
    );
  });

  test('are each asked on some way', () => {
    const asked = new Set<string>();
    fc.assert(
      fc.property(givenAnswers(questions), (answers) => {
        for (const question of walkFlow(flow, answers, today).questions) asked.add(question.id);
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(idsOf(questions).filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe('the tickets', () => {
  const of = (user: string): readonly Ticket[] => tickets.map(({ ticket }) => ticket).filter((ticket) => ticket.requester.id === (user as string));
  const numbered = (number: string): Ticket => tickets.find(({ ticket }) => ticket.number === number)?.ticket as Ticket;
  const partitionOf = (ticket: Ticket) => partitions.find(({ id }) => id === ticket.partitionId) as (typeof partitions)[number];

  test('are of people who are there, for services that they are offered', () => {
    expect([of('ada').length, of('ben').length, of('cleo').length]).toEqual([6, 2, 2]);
    for (const { ticket } of tickets)
      expect([ticket.number, services.find(({ id }) => id === ticket.serviceId)?.partitionIds.includes(ticket.partitionId)]).toEqual([ticket.number, true]);
  });

  test('show Ada every state there is', () => {
    expect(of('ada').map(statusOf).sort()).toEqual(['closed', 'in-progress', 'in-progress', 'new', 'resolved', 'waiting-for-person']);
    expect(decideReopen(numbered('R-1036'), partitionOf(numbered('R-1036')), noon)).toEqual({ kind: 'allowed' });
    expect(decideReopen(numbered('R-1021'), partitionOf(numbered('R-1021')), noon).kind).toBe('window-over');
    expect(
      of('ada')
        .filter(isUnread)
        .map(({ number }) => number),
    ).toEqual(['R-1041']);
    expect(of('ada').some(({ dueAt }) => dueAt !== null && dueAt > noon)).toBe(true);
  });

  test('have chases that the policy allowed, and one that may be chased again', () => {
    for (const { ticket } of tickets) {
      const policy = partitionOf(ticket).chase[ticket.kind];
      ticket.chases.forEach((chase, index) => {
        const before = { ...ticket, statuses: ticket.statuses.filter(({ at }) => at < chase.at), chases: ticket.chases.slice(0, index) };
        expect([ticket.number, decideChase(before, policy, chase.at).kind]).toEqual([ticket.number, 'allowed']);
      });
    }
    expect(decideChase(numbered('R-1040'), partitionOf(numbered('R-1040')).chase.request, noon)).toEqual({ kind: 'allowed', reachesMaximum: true });
  });

  test('were raised by answers that their questions would take', () => {
    for (const { ticket } of tickets) {
      const labels = flows.find(({ id }) => id === ticket.flow?.id)?.steps.flatMap((step) => step.questions.map(({ label }) => label)) ?? [];
      expect(ticket.answers.length).toBeGreaterThan(0);
      expect(ticket.answers.filter(({ label }) => !labels.includes(label))).toEqual([]);
    }
  });

  test('lie in the past and in order, whenever the server is started, and are the same ones each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: noon, max: noon + minutes(60 * 24 * 3650) }), (now) => {
        const lived = sampleOrganisation(now).tickets;
        for (const { ticket, entries } of lived) {
          const times = entries.map(({ at }) => at);
          expect(times).toEqual([...times].sort((one, other) => one - other));
          expect(Math.max(...times, ticket.updatedAt, ticket.readAt)).toBeLessThanOrEqual(now);
        }
        expect(lived.map(({ ticket, entries }) => [ticket.id, idsOf(entries)])).toEqual(tickets.map(({ ticket, entries }) => [ticket.id, idsOf(entries)]));
      }),
      { numRuns: 20 },
    );
  });
});
