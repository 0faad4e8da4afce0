import type { QuestionFlow } from '../../../domain/question-flow.ts';
import { fromPlain } from '../plain.ts';

export const brokenEquipment = fromPlain<QuestionFlow>({
  id: 'broken-equipment',
  version: 1,
  title: 'Broken equipment',
  titleFrom: 'what-happens',
  placeFrom: 'where',
  steps: [
    {
      id: 'device',
      questions: [
        {
          kind: 'one-choice',
          id: 'device',
          label: 'What is broken?',
          options: [
            { id: 'laptop', label: 'Laptop or computer' },
            { id: 'screen', label: 'Screen or docking station' },
            { id: 'phone', label: 'Phone' },
            { id: 'printer', label: 'Printer or scanner' },
            { id: 'meeting-room', label: 'Equipment in a meeting room' },
            { id: 'other', label: 'Something else' },
          ],
        },
        {
          kind: 'short-text',
          id: 'tag',
          label: 'What is the number on its Northwind sticker?',
          help: 'NW- and five digits, usually on the back or underneath. Skip this if you cannot find it.',
          placeholder: 'NW-12345',
          pattern: '[Nn][Ww]-?\\d{5}',
          patternHelp: 'NW- and five digits, such as NW-12345.',
          optional: true,
        },
      ],
      routes: [
        {
          to: 'damage',
          when: {
            any: [
              { question: 'device', is: 'equal', value: 'laptop' },
              { question: 'device', is: 'equal', value: 'phone' },
            ],
          },
        },
        { to: 'where' },
      ],
    },
    {
      id: 'damage',
      questions: [
        {
          kind: 'several-choices',
          id: 'damage',
          label: 'Has anything happened to it?',
          help: 'Nobody is in trouble. It tells us which parts to bring.',
          options: [
            { id: 'dropped', label: 'It was dropped or knocked' },
            { id: 'liquid', label: 'It got wet' },
            { id: 'heat', label: 'It gets very hot, smells or bulges' },
            { id: 'nothing', label: 'Nothing that I know of' },
          ],
        },
        {
          kind: 'information',
          id: 'unplug',
          label: 'Please switch it off now',
          text: 'Unplug it and do not charge it. Put it on something that does not burn, and do not press on it.\n\nIf it smokes, leave the room, call the emergency number and tell us afterwards.',
          when: {
            any: [
              { question: 'damage', is: 'including', value: 'heat' },
              { question: 'damage', is: 'including', value: 'liquid' },
            ],
          },
        },
      ],
      routes: [{ to: 'problem' }],
    },
    {
      id: 'where',
      questions: [
        {
          kind: 'short-text',
          id: 'where',
          label: 'Where is it?',
          help: 'Building, floor and room, or desk number.',
          placeholder: 'Town Hall, 2nd floor, room 214',
          minLength: 3,
          maxLength: 120,
        },
      ],
    },
    {
      id: 'problem',
      questions: [
        {
          kind: 'short-text',
          id: 'what-happens',
          label: 'What is wrong, in a few words?',
          help: 'This becomes the title of your call.',
          placeholder: 'Screen stays black after waking up',
          minLength: 5,
          maxLength: 100,
        },
        {
          kind: 'long-text',
          id: 'more',
          label: 'Is there more that we should know?',
          help: 'Since when, how often, what it says, what you have tried.',
          maxLength: 4000,
          optional: true,
        },
        {
          kind: 'file',
          id: 'photo',
          label: 'Can you show us?',
          help: 'A photo of the damage or of the message on the screen often saves a visit.',
          maxFiles: 4,
          optional: true,
        },
        {
          kind: 'one-choice',
          id: 'can-work',
          label: 'Can you work meanwhile?',
          options: [
            { id: 'yes', label: 'Yes, it is a nuisance' },
            { id: 'partly', label: 'Only in part' },
            { id: 'no', label: 'No, I am stuck' },
            { id: 'many', label: 'Several people are stuck' },
          ],
        },
        {
          kind: 'short-text',
          id: 'reach',
          label: 'How do we reach you today?',
          help: 'A phone number, or where you sit.',
          minLength: 3,
          maxLength: 100,
          when: {
            any: [
              { question: 'can-work', is: 'equal', value: 'no' },
              { question: 'can-work', is: 'equal', value: 'many' },
            ],
          },
        },
      ],
    },
  ],
});
