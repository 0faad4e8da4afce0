import { expect, test } from 'vitest';
import { aPresence, minted } from '../builders.testing.ts';
import type { TicketId } from '../ids.ts';
import { rights } from '../rights.ts';
import { availabilities, chatObstacle, isFree } from './presence.ts';

test('002.3: taking chats needs the right, a place on the list and the prompt to save, and the first that is missing is named', () => {
  for (const isAnalyst of [true, false])
    for (const isListed of [true, false])
      for (const prompts of [true, false]) {
        const has = rights.filter((right) => (right !== 'chat-analyst' || isAnalyst) && (right !== 'prompt-to-save-on-close' || prompts));
        const expected = !isAnalyst ? 'not-an-analyst' : !isListed ? 'not-listed' : !prompts ? 'no-prompt-to-save' : null;
        expect(chatObstacle({ rights: has }, isListed)).toBe(expected);
      }
});

test('free is who is available, in no chat, and lacks nothing', () => {
  const chat = { ticketId: minted<TicketId>(1), with: 'Ada Lovell' };
  for (const availability of availabilities) {
    expect(isFree(aPresence({ availability }))).toBe(availability === 'available');
    expect(isFree(aPresence({ availability, chat }))).toBe(false);
    expect(isFree(aPresence({ availability, obstacle: 'not-listed' }))).toBe(false);
  }
});
