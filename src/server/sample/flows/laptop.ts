import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const laptop = fromPlain<QuestionFlow>({
  id: 'laptop',
  version: 1,
  title: 'A laptop',
  titleFrom: null,
  steps: [
    {
      id: 'why',
      questions: [
        { kind: 'yes-no', id: 'for-me', label: 'Is the laptop for you?' },
        {
          kind: 'short-text',
          id: 'for-whom',
          label: 'Who is it for?',
          help: 'Their full name.',
          minLength: 3,
          maxLength: 100,
          when: { question: 'for-me', is: 'equal', value: false },
        },
        {
          kind: 'one-choice',
          id: 'reason',
          label: 'Why is it needed?',
          options: [
            { id: 'first', label: 'There is none yet' },
            { id: 'old', label: 'The present one is too old or too slow' },
            { id: 'lost', label: 'The present one was lost or stolen' },
            { id: 'role', label: 'The work has changed' },
          ],
        },
      ],
      routes: [
        { to: 'lost', when: { question: 'reason', is: 'equal', value: 'lost' } },
        { to: 'present', when: { question: 'reason', is: 'equal', value: 'old' } },
        { to: 'choice' },
      ],
    },
    {
      id: 'lost',
      questions: [
        {
          kind: 'information',
          id: 'lost-steps',
          label: 'First, two things that cannot wait',
          text: 'Change your password now, from any other device.\n\nIf it was stolen, report it to the police and keep the reference they give you.\n\nWe lock the lost laptop as soon as this request reaches us.',
        },
        { kind: 'date', id: 'lost-on', label: 'When did you last have it?', latest: 'today' },
        {
          kind: 'short-text',
          id: 'police-reference',
          label: 'What is the police reference?',
          help: 'Skip this if it was not stolen, or if you do not have it yet.',
          maxLength: 60,
          optional: true,
        },
      ],
      routes: [{ to: 'choice' }],
    },
    {
      id: 'present',
      questions: [
        {
          kind: 'short-text',
          id: 'old-tag',
          label: 'What is the number on the present laptop’s sticker?',
          help: 'NW- and five digits, underneath.',
          placeholder: 'NW-12345',
          pattern: '[Nn][Ww]-?\\d{5}',
          patternHelp: 'NW- and five digits, such as NW-12345.',
        },
      ],
    },
    {
      id: 'choice',
      questions: [
        {
          kind: 'one-choice',
          id: 'model',
          label: 'Which one suits the work?',
          options: [
            { id: 'light', label: 'Light, 13 inches', help: 'For meetings, trains and home. 1.2 kg.' },
            { id: 'standard', label: 'Standard, 15 inches', help: 'For most desks. 1.7 kg.' },
            { id: 'powerful', label: 'Powerful, 16 inches', help: 'For maps, drawings, video and large figures. 2.1 kg.' },
          ],
        },
        {
          kind: 'long-text',
          id: 'powerful-why',
          label: 'What does it need the power for?',
          help: 'It costs twice as much, so your manager will see this.',
          minLength: 10,
          maxLength: 1000,
          when: { question: 'model', is: 'equal', value: 'powerful' },
        },
        {
          kind: 'several-choices',
          id: 'extras',
          label: 'What should come with it?',
          optional: true,
          options: [
            { id: 'dock', label: 'Docking station' },
            { id: 'screen', label: 'Second screen' },
            { id: 'keyboard', label: 'Keyboard and mouse' },
            { id: 'headset', label: 'Headset' },
            { id: 'bag', label: 'Bag' },
          ],
        },
        {
          kind: 'date',
          id: 'needed-by',
          label: 'When is it needed?',
          help: 'We promise it within ten working days. Earlier dates are a wish.',
          earliest: 'today',
        },
        {
          kind: 'one-choice',
          id: 'hand-over',
          label: 'Where shall we hand it over?',
          options: [
            { id: 'desk', label: 'At the service desk', help: 'Town Hall, ground floor, 8:00 to 16:00.' },
            { id: 'office', label: 'At their desk' },
            { id: 'post', label: 'By post to a home address' },
          ],
        },
        {
          kind: 'long-text',
          id: 'address',
          label: 'Which address?',
          minLength: 10,
          maxLength: 300,
          placeholder: 'Name, street and number, postcode, town',
          when: { question: 'hand-over', is: 'equal', value: 'post' },
        },
      ],
    },
  ],
});
