import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const buildingRepair = fromPlain<QuestionFlow>({
  id: 'building-repair',
  version: 1,
  title: 'Building repair',
  titleFrom: 'what',
  placeFrom: 'where',
  steps: [
    {
      id: 'danger',
      questions: [
        { kind: 'yes-no', id: 'danger', label: 'Is anybody in danger, or is water running?' },
        {
          kind: 'information',
          id: 'call-now',
          label: 'Please phone the caretakers first: 5555',
          text: 'They are there day and night. Keep people away from the place.\n\nThen go on here, so that the repair is not forgotten.',
          when: { question: 'danger', is: 'equal', value: true },
        },
        {
          kind: 'one-choice',
          id: 'kind',
          label: 'What is it about?',
          options: [
            { id: 'heating', label: 'Heating or cooling' },
            { id: 'water', label: 'Water or toilets' },
            { id: 'light', label: 'Light or power' },
            { id: 'door', label: 'Doors, windows or lifts' },
            { id: 'furniture', label: 'Furniture' },
            { id: 'other', label: 'Something else' },
          ],
        },
        {
          kind: 'number',
          id: 'temperature',
          label: 'How warm is it in the room?',
          min: -20,
          max: 60,
          unit: '°C',
          optional: true,
          when: { question: 'kind', is: 'equal', value: 'heating' },
        },
      ],
    },
    {
      id: 'place',
      questions: [
        { kind: 'short-text', id: 'what', label: 'What is wrong, in a few words?', help: 'This becomes the title of your call.', minLength: 5, maxLength: 100 },
        {
          kind: 'short-text',
          id: 'where',
          label: 'Where is it?',
          help: 'Building, floor and room.',
          placeholder: 'Town Hall, 2nd floor, room 214',
          minLength: 3,
          maxLength: 120,
        },
        { kind: 'file', id: 'photo', label: 'Can you show us?', help: 'A photo tells the caretakers which tools to bring.', maxFiles: 4, optional: true },
        { kind: 'short-text', id: 'access', label: 'When can somebody get in?', placeholder: 'Any time, or after two o’clock', maxLength: 120, optional: true },
      ],
    },
  ],
});
