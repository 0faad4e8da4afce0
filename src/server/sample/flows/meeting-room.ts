import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const meetingRoom = fromPlain<QuestionFlow>({
  id: 'meeting-room',
  version: 1,
  title: 'Meeting room',
  titleFrom: 'occasion',
  steps: [
    {
      id: 'when',
      questions: [
        { kind: 'short-text', id: 'occasion', label: 'What is the meeting?', placeholder: 'Budget round', minLength: 3, maxLength: 100 },
        { kind: 'date', id: 'day', label: 'On which day?', earliest: 'today' },
        { kind: 'short-text', id: 'time', label: 'From when to when?', placeholder: '9:30 to 11:00', minLength: 4, maxLength: 40 },
        { kind: 'number', id: 'people', label: 'How many people will be in the room?', whole: true, min: 2, max: 120, unit: 'people' },
        {
          kind: 'information',
          id: 'hall',
          label: 'This needs the hall',
          text: 'For more than thirty people there is only the Harbour Hall. It is opened by the caretakers, who start at eight.',
          when: { question: 'people', is: 'more-than', value: 30 },
        },
      ],
    },
    {
      id: 'room',
      questions: [
        {
          kind: 'several-choices',
          id: 'equipment',
          label: 'What should be there?',
          options: [
            { id: 'video', label: 'Video conference' },
            { id: 'screen', label: 'Large screen' },
            { id: 'whiteboard', label: 'Whiteboard' },
            { id: 'loop', label: 'Hearing loop' },
            { id: 'step-free', label: 'Step-free access' },
          ],
          optional: true,
        },
        { kind: 'yes-no', id: 'catering', label: 'Coffee and water?' },
        {
          kind: 'short-text',
          id: 'cost-centre',
          label: 'Which cost centre pays for it?',
          pattern: '\\d{4}',
          patternHelp: 'Four digits, such as 4711.',
          when: { question: 'catering', is: 'equal', value: true },
        },
        { kind: 'yes-no', id: 'guests', label: 'Will guests from outside come?' },
        {
          kind: 'long-text',
          id: 'guest-names',
          label: 'Who are they?',
          help: 'The reception prepares their badges.',
          minLength: 3,
          maxLength: 2000,
          when: { question: 'guests', is: 'equal', value: true },
        },
      ],
    },
  ],
});
