/** The drawings that only administrators see, as path data for a 24 by 24 box. */
export const adminDrawings = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
} as const;
