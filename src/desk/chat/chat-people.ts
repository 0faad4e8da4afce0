import type { Person } from '../../domain/person.ts';

/** Has a right to take chats, or to watch over them (seed 002, statement 1). */
export const chatsAtAll = ({ rights }: Person): boolean => rights.includes('chat-analyst') || rights.includes('chat-manager');
