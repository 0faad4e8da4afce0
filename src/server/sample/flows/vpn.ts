import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const vpn = fromPlain<QuestionFlow>({
  id: 'vpn',
  version: 1,
  title: 'VPN access',
  titleFrom: null,
  steps: [
    {
      id: 'need',
      questions: [
        {
          kind: 'one-choice',
          id: 'need',
          label: 'What do you need?',
          options: [
            { id: 'first', label: 'To work from outside for the first time' },
            { id: 'more', label: 'To reach something that VPN does not reach yet' },
            { id: 'trouble', label: 'VPN worked before and does not now' },
          ],
        },
      ],
      routes: [
        { to: 'trouble', when: { question: 'need', is: 'equal', value: 'trouble' } },
        { to: 'reach', when: { question: 'need', is: 'equal', value: 'more' } },
        { to: 'device' },
      ],
    },
    {
      id: 'trouble',
      questions: [
        {
          kind: 'one-choice',
          id: 'symptom',
          label: 'What does it do?',
          options: [
            { id: 'connecting', label: 'It says “connecting” and nothing follows' },
            { id: 'refused', label: 'It says that I may not' },
            { id: 'drops', label: 'It connects and drops again' },
            { id: 'slow', label: 'It is too slow to work with' },
          ],
        },
        { kind: 'short-text', id: 'network', label: 'Where do you use it from?', help: 'Home, a hotel, a phone’s hotspot…', minLength: 3, maxLength: 120 },
        { kind: 'file', id: 'message', label: 'Can you show us the message?', help: 'A photo of the screen is enough.', maxFiles: 2, optional: true },
      ],
      routes: [{ to: 'review' }],
    },
    {
      id: 'reach',
      questions: [
        {
          kind: 'long-text',
          id: 'reach',
          label: 'What do you want to reach?',
          help: 'The name of the system, or the drive as it is called at the office.',
          minLength: 5,
          maxLength: 1000,
        },
      ],
    },
    {
      id: 'device',
      questions: [
        {
          kind: 'one-choice',
          id: 'device',
          label: 'Which device will you use?',
          options: [
            { id: 'own-laptop', label: 'My Northwind laptop' },
            { id: 'phone', label: 'My Northwind phone or tablet' },
            { id: 'private', label: 'A device of my own' },
          ],
        },
        {
          kind: 'information',
          id: 'private-device',
          label: 'About devices of your own',
          text: 'VPN is only for devices that Northwind looks after. On your own device you can use mail and documents in the browser instead.\n\nYou can still send this: we will call you and find a way.',
          when: { question: 'device', is: 'equal', value: 'private' },
        },
        { kind: 'date', id: 'from', label: 'From when on?', earliest: 'today' },
        { kind: 'yes-no', id: 'abroad', label: 'Will you use it outside of the country?' },
        {
          kind: 'short-text',
          id: 'country',
          label: 'In which countries?',
          minLength: 2,
          maxLength: 120,
          when: { question: 'abroad', is: 'equal', value: true },
        },
      ],
    },
  ],
});
