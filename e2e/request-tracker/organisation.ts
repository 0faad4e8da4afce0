/** Northwind as it would be set up in Request Tracker: the queues, fields and people that the tests know. */
export const organisation = {
  queues: [
    { name: 'IT', description: 'Something does not work', mayCreate: true },
    { name: 'Equipment', description: 'Ask for a device', mayCreate: true },
    // Somebody forgot to add the portal's fields to it.
    { name: 'Facilities', description: 'Rooms and repairs', mayCreate: true },
    { name: 'Back office', description: 'For the desk alone', mayCreate: false },
  ],
  fields: [
    { name: 'Client Request Id', type: 'FreeformSingle', description: 'The portal’s own id', queues: ['IT', 'Equipment'] },
    { name: 'Area', type: 'SelectSingle', description: 'What is it about?', pattern: '(?#Mandatory).', values: ['Computer', 'Access'], queues: ['IT'] },
    {
      name: 'Part',
      type: 'SelectSingle',
      description: 'Which one?',
      basedOn: 'Area',
      values: [
        { name: 'Screen', of: 'Computer' },
        { name: 'Keyboard', of: 'Computer' },
        { name: 'Password', of: 'Access' },
        { name: 'Badge', of: 'Access' },
      ],
      queues: ['IT'],
    },
    { name: 'Who is affected', type: 'SelectMultiple', description: 'Choose all', values: ['Me', 'My team', 'Visitors'], queues: ['IT'] },
    { name: 'Needed by', type: 'DateSingle', description: 'When must it be there?', queues: ['Equipment'] },
    {
      name: 'Asset tag',
      type: 'FreeformSingle',
      description: 'As on the sticker',
      pattern: '(?#NW- and five digits)^(?:|NW-\\d{5})$',
      queues: ['Equipment', 'IT'],
    },
    { name: 'Cost centre', type: 'FreeformSingle', description: 'Who pays?', pattern: '(?i)^(?:|cc\\d{4})$', queues: ['Equipment'] },
    { name: 'Names', type: 'FreeformMultiple', description: 'Who gets one?', queues: ['Equipment'] },
    { name: 'Visit', type: 'DateTimeSingle', description: 'When may we come?', queues: ['Equipment'] },
    { name: 'Where', type: 'TextSingle', description: 'Building and room', queues: ['Equipment'] },
  ],
  transactionFields: [{ name: 'Client Message Id', queues: ['IT', 'Equipment'] }],
  articles: [
    { name: 'Connect to the staff network', summary: 'On a laptop and on a phone', body: '<p>Choose <b>Staff</b>, then sign in with your user name.</p>' },
    { name: 'Drucker einrichten', summary: 'Für Windows und Mac', body: '<p>Öffnen Sie „Drucker“ in den Einstellungen.</p>' },
  ],
  people: [
    { user: 'ada', name: 'Ada Adler', privileged: false, timezone: 'UTC' },
    /** Far from UTC, and with a summer time of half an hour. */
    { user: 'ben', name: 'Ben Brook', privileged: false, timezone: 'Australia/Lord_Howe' },
    { user: 'cleo', name: 'Cleo Carr', privileged: false, timezone: 'UTC' },
    { user: 'dana', name: 'Dana Diaz', privileged: false, timezone: 'America/Los_Angeles' },
    { user: 'gus', name: 'Gus Grant', privileged: true, timezone: 'UTC' },
  ],
  /** Cleo has asked for much, for years. */
  many: { user: 'cleo', queue: 'IT', count: 1000 },
} as const;

export const passwordOf = (user: string): string => `${user}-portico`;
