import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const sharedMailbox = fromPlain<QuestionFlow>({
  id: 'shared-mailbox',
  version: 1,
  title: 'Shared mailbox',
  titleFrom: 'address',
  steps: [
    {
      id: 'what',
      questions: [
        {
          kind: 'one-choice',
          id: 'what',
          label: 'What should happen?',
          options: [
            { id: 'new', label: 'A new shared mailbox' },
            { id: 'people', label: 'Other people in one that exists' },
            { id: 'close', label: 'Close one' },
          ],
        },
        {
          kind: 'short-text',
          id: 'address',
          label: 'What is its address?',
          help: 'The part before the @.',
          placeholder: 'parking-permits',
          pattern: '[a-z0-9][a-z0-9.-]{1,40}',
          patternHelp: 'Small letters, digits, dots and hyphens.',
        },
      ],
      routes: [{ to: 'close', when: { question: 'what', is: 'equal', value: 'close' } }, { to: 'people' }],
    },
    {
      id: 'people',
      questions: [
        {
          kind: 'long-text',
          id: 'members',
          label: 'Who should read and answer in it?',
          help: 'Names, one on a line. For one that exists: who comes, and who goes.',
          minLength: 3,
          maxLength: 4000,
        },
        {
          kind: 'short-text',
          id: 'owner',
          label: 'Who decides about it?',
          help: 'We ask this person before anybody else gets in.',
          minLength: 3,
          maxLength: 80,
        },
        {
          kind: 'yes-no',
          id: 'public',
          label: 'Will its address be given to the public?',
          help: 'Then it gets an answer that confirms each message.',
          when: { question: 'what', is: 'equal', value: 'new' },
        },
      ],
      routes: [{ to: 'review' }],
    },
    {
      id: 'close',
      questions: [
        { kind: 'date', id: 'close-on', label: 'When should it be closed?', earliest: 'today' },
        {
          kind: 'short-text',
          id: 'forward-to',
          label: 'Where should later messages go?',
          help: 'An address, or nothing: then the sender is told that it is closed.',
          maxLength: 120,
          optional: true,
        },
      ],
    },
  ],
});
