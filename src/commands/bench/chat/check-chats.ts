/** Is nothing lost, doubled or out of order? What was said, what the database keeps and what each side has read must be one. */
import * as v from 'valibot';
import type { Database } from '../../../server/database/schema.ts';
import { lineOf, type Chat } from './chat-load.ts';
import { saidSchema, type ChatSide, type Said } from './chat-side.ts';

/** What is wrong with them, in a sentence each; none where all is well. */
export const faultsOf = async (database: Database, chats: readonly Chat[], linesPerSide: number): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { ticketId, person, analyst } of chats) {
    const kept = await keptOf(database, ticketId);
    const counted: readonly (readonly [ChatSide, number])[] = [
      [person, linesPerSide + 1],
      [analyst, linesPerSide],
    ];
    for (const [side, lines] of counted) {
      const expected = Array.from({ length: lines }, (_, index) => lineOf(side, index));
      const found = kept.filter(({ by }) => by === side.personId).map(({ text }) => text);
      faults.push(...differences(expected, found, `of ${side.personId}, as they are kept`));
    }
    for (const { personId, heard } of [person, analyst]) faults.push(...differences(kept.map(idOf), heard.map(idOf), `as ${personId} read them`));
  }
  return faults;
};

const idOf = ({ id }: Said): string => id;

/** In the order in which they happened. */
const keptOf = async (database: Database, ticketId: string): Promise<readonly Said[]> => {
  const rows = await database.selectFrom('entries').select('body').where('ticket_id', '=', ticketId).orderBy('at').orderBy('id').execute();
  return rows.flatMap(({ body }) => {
    const { success, output } = v.safeParse(saidSchema, JSON.parse(body));
    return success ? [{ id: output.id, by: output.by.id, text: output.body.text }] : [];
  });
};

/** Exported for its own test: a check that finds nothing must be able to find something. */
export const differences = (expected: readonly string[], found: readonly string[], which: string): readonly string[] => {
  const once = [...new Set(found)];
  const lost = expected.filter((line) => !once.includes(line));
  const strange = once.filter((line) => !expected.includes(line));
  const inOrder = expected.filter((line) => once.includes(line));
  const isDisordered = once.filter((line) => expected.includes(line)).some((line, index) => line !== inOrder[index]);
  return [
    ...(lost.length > 0 ? [`${lost.length} lost of the lines ${which}`] : []),
    ...(found.length > once.length ? [`${found.length - once.length} doubled of the lines ${which}`] : []),
    ...(strange.length > 0 ? [`${strange.length} that nobody said among the lines ${which}`] : []),
    ...(isDisordered ? [`out of order: the lines ${which}`] : []),
  ];
};
