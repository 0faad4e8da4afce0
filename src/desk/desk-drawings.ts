/** The drawings that only the desk shows, as path data for a 24 by 24 box. */
export const deskDrawings = {
  chat: 'M5 5h14v11h-7l-5 4v-4H5z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  keyboard: 'M3 6h18v12H3zM7 10v.01M10.5 10v.01M14 10v.01M17.5 10v.01M8 14h8',
  more: 'M6.5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM13 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM19.5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0z',
} as const;
