import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const softwareLicence = fromPlain<QuestionFlow>({
  id: 'software-licence',
  version: 1,
  title: 'Software licence',
  titleFrom: 'software',
  steps: [
    {
      id: 'what',
      questions: [
        { kind: 'short-text', id: 'software', label: 'Which software?', placeholder: 'Adobe Acrobat Pro', minLength: 2, maxLength: 100 },
        { kind: 'number', id: 'seats', label: 'For how many people?', whole: true, min: 1, max: 500, unit: 'people' },
        {
          kind: 'long-text',
          id: 'for-whom',
          label: 'Who are they?',
          help: 'Names, one on a line.',
          minLength: 3,
          maxLength: 4000,
          when: { question: 'seats', is: 'more-than', value: 1 },
        },
        {
          kind: 'one-choice',
          id: 'how-long',
          label: 'For how long?',
          options: [
            { id: 'always', label: 'For good' },
            { id: 'project', label: 'For a project' },
            { id: 'try', label: 'To try it for a month' },
          ],
        },
        {
          kind: 'date',
          id: 'until',
          label: 'Until when does the project last?',
          earliest: 'today',
          when: { question: 'how-long', is: 'equal', value: 'project' },
        },
      ],
    },
    {
      id: 'money',
      questions: [
        {
          kind: 'short-text',
          id: 'cost-centre',
          label: 'Which cost centre pays?',
          help: 'Four digits. Your manager or the finance team knows it.',
          pattern: '\\d{4}',
          patternHelp: 'Four digits, such as 4711.',
          placeholder: '4711',
        },
        {
          kind: 'long-text',
          id: 'why',
          label: 'What will it be used for?',
          help: 'A sentence is enough. It helps whoever has to agree.',
          minLength: 10,
          maxLength: 2000,
        },
        { kind: 'file', id: 'offer', label: 'Do you have an offer?', maxFiles: 3, optional: true },
      ],
    },
  ],
});
