import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const forgottenPassword = fromPlain<QuestionFlow>({
  id: 'forgotten-password',
  version: 1,
  title: 'Forgotten password',
  titleFrom: null,
  steps: [
    {
      id: 'which',
      questions: [
        {
          kind: 'one-choice',
          id: 'system',
          label: 'Which password is it?',
          options: [
            { id: 'windows', label: 'Computer and e-mail' },
            { id: 'payroll', label: 'Payroll and holidays' },
            { id: 'records', label: 'Case or patient records' },
            { id: 'phone', label: 'Phone code' },
            { id: 'other', label: 'Another system' },
          ],
        },
        {
          kind: 'short-text',
          id: 'other-system',
          label: 'Which system?',
          minLength: 2,
          maxLength: 80,
          when: { question: 'system', is: 'equal', value: 'other' },
        },
        {
          kind: 'yes-no',
          id: 'shared-secret',
          label: 'Might somebody else know your password?',
          help: 'Because it was written down, told to somebody, or typed into a strange page.',
        },
        {
          kind: 'information',
          id: 'we-lock',
          label: 'We will lock the account at once',
          text: 'Nobody can use it until we have spoken to you. You have done the right thing by telling us.',
          when: { question: 'shared-secret', is: 'equal', value: true },
        },
        {
          kind: 'one-choice',
          id: 'prove',
          label: 'How can we make sure that it is you?',
          help: 'We never ask for a password, old or new.',
          options: [
            { id: 'manager', label: 'My manager confirms it' },
            { id: 'visit', label: 'I come to the service desk with my badge' },
            { id: 'call-back', label: 'Call me on the number you have of me' },
          ],
        },
        {
          kind: 'short-text',
          id: 'manager',
          label: 'Who is your manager?',
          minLength: 3,
          maxLength: 100,
          when: { question: 'prove', is: 'equal', value: 'manager' },
        },
        {
          kind: 'one-choice',
          id: 'when',
          label: 'When shall we call?',
          options: [
            { id: 'now', label: 'As soon as you can' },
            { id: 'morning', label: 'In the morning' },
            { id: 'afternoon', label: 'In the afternoon' },
          ],
          when: { question: 'prove', is: 'equal', value: 'call-back' },
        },
      ],
    },
  ],
});
