import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { aStatus, aTicket, noon } from '../../domain/builders.testing.ts';
import { enHome } from '../../i18n/en-home.ts';
import '../../i18n/learn-screens.ts';
import { learn } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { DueCard } from './due-card.tsx';

learn(enHome);
afterEach(cleanup);

const hour = 3_600_000;
const shown = (over: Partial<TicketPage>): string | null => {
  const page = { ticket: aTicket({ raisedAt: noon, dueAt: noon + 8 * hour }), raising: null, clockOffsetMs: 0, ...over } as TicketPage;
  return render(() => <DueCard page={page} now={noon + hour} />).container.textContent;
};

test('what the desk has, and promised, says by when', () => {
  expect(shown({})).toMatch(/Promised by/);
});

test('what the desk has not got is promised nothing, whatever the service usually takes', () => {
  const delivery = { actionId: 'a1', state: 'waiting' } as unknown as TicketPage['raising'];
  expect(shown({ raising: delivery })).toBe('');
});

test('what is done is promised nothing any more', () => {
  expect(shown({ ticket: aTicket({ dueAt: noon + 8 * hour, statuses: [aStatus('resolved', noon)] }) })).toBe('');
});
