import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const leaver = fromPlain<QuestionFlow>({
  id: 'leaver',
  version: 1,
  title: 'Somebody leaves',
  titleFrom: 'name',
  steps: [
    {
      id: 'who',
      questions: [
        { kind: 'short-text', id: 'name', label: 'Who leaves?', minLength: 3, maxLength: 80 },
        { kind: 'date', id: 'last-day', label: 'When is their last day?' },
        {
          kind: 'one-choice',
          id: 'how',
          label: 'How do they leave?',
          options: [
            { id: 'elsewhere', label: 'To another team of Northwind' },
            { id: 'away', label: 'For good' },
            { id: 'leave', label: 'For some months, and come back' },
          ],
        },
      ],
      routes: [{ to: 'moves', when: { question: 'how', is: 'equal', value: 'elsewhere' } }, { to: 'account' }],
    },
    {
      id: 'moves',
      questions: [
        {
          kind: 'short-text',
          id: 'new-team',
          label: 'Which team do they go to?',
          help: 'Their rights change with them, their mailbox stays.',
          minLength: 2,
          maxLength: 80,
        },
      ],
      routes: [{ to: 'equipment' }],
    },
    {
      id: 'account',
      questions: [
        { kind: 'date', id: 'back-on', label: 'When do they come back?', earliest: 'today', when: { question: 'how', is: 'equal', value: 'leave' } },
        { kind: 'short-text', id: 'mail-to', label: 'Who gets their messages meanwhile?', minLength: 3, maxLength: 80 },
        {
          kind: 'yes-no',
          id: 'at-once',
          label: 'Must the account be closed at once?',
          help: 'Else it closes in the evening of the last day.',
          when: { question: 'how', is: 'equal', value: 'away' },
        },
      ],
    },
    {
      id: 'equipment',
      questions: [
        {
          kind: 'several-choices',
          id: 'equipment',
          label: 'What do they hand back?',
          options: [
            { id: 'laptop', label: 'Laptop' },
            { id: 'phone', label: 'Phone' },
            { id: 'badge', label: 'Badge and keys' },
            { id: 'none', label: 'Nothing' },
          ],
        },
        { kind: 'long-text', id: 'more', label: 'Is there anything else?', maxLength: 2000, optional: true },
      ],
    },
  ],
});
