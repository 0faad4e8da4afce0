import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const newStarter = fromPlain<QuestionFlow>({
  id: 'new-starter',
  version: 1,
  title: 'New starter',
  titleFrom: 'name',
  placeFrom: 'desk',
  steps: [
    {
      id: 'person',
      questions: [
        {
          kind: 'short-text',
          id: 'name',
          label: 'What is the new person’s name?',
          help: 'As it should stand in their e-mail address.',
          minLength: 3,
          maxLength: 80,
        },
        { kind: 'date', id: 'first-day', label: 'When is their first day?', help: 'We need five working days for everything to be ready.', earliest: 'today' },
        {
          kind: 'one-choice',
          id: 'role',
          label: 'What kind of work will they do?',
          options: [
            { id: 'office', label: 'Office work' },
            { id: 'ward', label: 'On a ward, or with patients and clients' },
            { id: 'field', label: 'On the road or on sites' },
            { id: 'guest', label: 'A guest, for a short time' },
          ],
        },
      ],
      routes: [
        { to: 'guest', when: { question: 'role', is: 'equal', value: 'guest' } },
        { to: 'ward', when: { question: 'role', is: 'equal', value: 'ward' } },
        { to: 'equipment' },
      ],
    },
    {
      id: 'guest',
      questions: [
        { kind: 'date', id: 'last-day', label: 'When is their last day?', help: 'Their account closes by itself that evening.', earliest: 'today' },
        { kind: 'short-text', id: 'host', label: 'Who looks after them?', minLength: 3, maxLength: 80 },
      ],
      routes: [{ to: 'review' }],
    },
    {
      id: 'ward',
      questions: [
        { kind: 'short-text', id: 'ward', label: 'Which ward or team?', minLength: 2, maxLength: 80 },
        {
          kind: 'information',
          id: 'training',
          label: 'Patient records need a training first',
          text: 'The account is made at once, but records open only after the one-hour course on privacy.\n\nWe book the next place on it for the first day.',
        },
      ],
      routes: [{ to: 'systems' }],
    },
    {
      id: 'equipment',
      questions: [
        {
          kind: 'several-choices',
          id: 'equipment',
          label: 'What equipment do they need?',
          options: [
            { id: 'laptop', label: 'Laptop' },
            { id: 'screen', label: 'Second screen' },
            { id: 'phone', label: 'Mobile phone' },
            { id: 'headset', label: 'Headset' },
            { id: 'none', label: 'Nothing, it is there already' },
          ],
        },
        {
          kind: 'short-text',
          id: 'desk',
          label: 'Where will they sit?',
          help: 'Building, floor and room; or “no fixed place”.',
          minLength: 3,
          maxLength: 120,
          when: { question: 'role', is: 'equal', value: 'office' },
        },
      ],
    },
    {
      id: 'systems',
      questions: [
        {
          kind: 'several-choices',
          id: 'systems',
          label: 'Which systems beside mail and calendar?',
          options: [
            { id: 'finance', label: 'Finance' },
            { id: 'cases', label: 'Case records' },
            { id: 'patients', label: 'Patient records' },
            { id: 'maps', label: 'Maps and plans' },
            { id: 'personnel', label: 'Personnel files', help: 'Their head of department will be asked.' },
          ],
          optional: true,
        },
        {
          kind: 'short-text',
          id: 'same-as',
          label: 'Is there a colleague with the same rights?',
          help: 'Naming one saves you a list.',
          maxLength: 80,
          optional: true,
        },
        {
          kind: 'short-text',
          id: 'buddy',
          label: 'Who helps them on the first day?',
          help: 'We hand everything over to this person.',
          minLength: 3,
          maxLength: 80,
        },
        { kind: 'long-text', id: 'more', label: 'Is there anything else?', maxLength: 2000, optional: true },
      ],
    },
  ],
});
