/** What people see of each phase: what helps nobody, though it is allowed (seed 003, statement 8). */
import { isOpenPhase, type SimpleStatus, type TicketStatus } from '../ticket.ts';

export type SimpleStatusWarning = 'done-too-soon' | 'never-done' | 'never-asked' | 'asked-in-vain';

/** Null for nothing. */
export const simpleStatusWarning = (phase: TicketStatus, word: SimpleStatus): SimpleStatusWarning | null => {
  if (isOpenPhase(phase) && word === 'done') return 'done-too-soon';
  if (!isOpenPhase(phase) && word !== 'done') return 'never-done';
  if (phase === 'waiting-for-person') return word === 'needs-you' ? null : 'never-asked';
  return word === 'needs-you' ? 'asked-in-vain' : null;
};
