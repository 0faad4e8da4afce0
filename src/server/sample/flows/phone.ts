import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const phone = fromPlain<QuestionFlow>({
  id: 'phone',
  version: 1,
  title: 'Mobile phone',
  titleFrom: null,
  steps: [
    {
      id: 'what',
      questions: [
        {
          kind: 'one-choice',
          id: 'what',
          label: 'What do you need?',
          options: [
            { id: 'new', label: 'A phone, for the first time' },
            { id: 'replace', label: 'Another one, mine is old or broken' },
            { id: 'lost', label: 'Mine is lost or stolen' },
            { id: 'abroad', label: 'To use mine abroad' },
          ],
        },
      ],
      routes: [
        { to: 'abroad', when: { question: 'what', is: 'equal', value: 'abroad' } },
        { to: 'lost', when: { question: 'what', is: 'equal', value: 'lost' } },
        { to: 'phone' },
      ],
    },
    {
      id: 'lost',
      questions: [
        {
          kind: 'information',
          id: 'we-block',
          label: 'We block it at once',
          text: 'As soon as this reaches us, the phone and its number are blocked and its data is erased.\n\nIf you find it afterwards, tell us: unblocking takes ten minutes.',
        },
        { kind: 'date', id: 'seen', label: 'When did you last have it?', latest: 'today' },
        { kind: 'yes-no', id: 'police', label: 'Was it stolen?', help: 'Then please report it to the police and keep the reference.' },
      ],
    },
    {
      id: 'phone',
      questions: [
        {
          kind: 'one-choice',
          id: 'model',
          label: 'Which one suits you?',
          options: [
            { id: 'small', label: 'Small', help: 'Fits a pocket' },
            { id: 'large', label: 'Large', help: 'For reading a lot' },
            { id: 'rugged', label: 'Rugged', help: 'For sites and weather' },
          ],
        },
        { kind: 'yes-no', id: 'keep-number', label: 'Do you have a number to keep?' },
        {
          kind: 'short-text',
          id: 'number',
          label: 'What is the number?',
          pattern: '[+0-9 ()-]{6,20}',
          patternHelp: 'Digits, such as 0170 123456.',
          when: { question: 'keep-number', is: 'equal', value: true },
        },
      ],
      routes: [{ to: 'review' }],
    },
    {
      id: 'abroad',
      questions: [
        { kind: 'short-text', id: 'countries', label: 'In which countries?', minLength: 2, maxLength: 120 },
        { kind: 'date', id: 'leave-on', label: 'When do you leave?', earliest: 'today' },
        { kind: 'date', id: 'back-on', label: 'When are you back?', earliest: 'today' },
      ],
    },
  ],
});
