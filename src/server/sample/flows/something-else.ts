import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const somethingElse = fromPlain<QuestionFlow>({
  id: 'something-else',
  version: 1,
  title: 'Something else',
  titleFrom: 'what',
  steps: [
    {
      id: 'what',
      questions: [
        { kind: 'short-text', id: 'what', label: 'What is it about?', help: 'A few words. This becomes the title.', minLength: 3, maxLength: 100 },
        { kind: 'long-text', id: 'more', label: 'Tell us more', help: 'What you want to do, and what stands in the way.', minLength: 5, maxLength: 8000 },
        { kind: 'date', id: 'by', label: 'Is there a day it must be done by?', earliest: 'today', optional: true },
        {
          kind: 'file',
          id: 'files',
          label: 'Would you like to add something?',
          help: 'Pictures, documents, anything that helps us to understand.',
          maxFiles: 5,
          optional: true,
        },
      ],
    },
  ],
});
