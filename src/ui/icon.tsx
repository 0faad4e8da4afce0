/** The drawings: one stroke, one size, named by what they show. */
import type { JSX } from 'solid-js';

/** Path data for a 24 by 24 box. */
const drawings = {
  door: 'M4 20V10l8-6 8 6v10M9 20v-7h6v7',
  home: 'M4 11l8-7 8 7v9H4z',
  grid: 'M4 5.500A1.500 1.500 0 0 1 5.500 4h4A1.500 1.500 0 0 1 11 5.500v4A1.500 1.500 0 0 1 9.500 11h-4A1.500 1.500 0 0 1 4 9.500zM13 5.500A1.500 1.500 0 0 1 14.500 4h4A1.500 1.500 0 0 1 20 5.500v4a1.500 1.500 0 0 1-1.500 1.500h-4A1.500 1.500 0 0 1 13 9.500zM4 14.500A1.500 1.500 0 0 1 5.500 13h4a1.500 1.500 0 0 1 1.500 1.500v4A1.500 1.500 0 0 1 9.500 20h-4A1.500 1.500 0 0 1 4 18.500zM13 14.500a1.500 1.500 0 0 1 1.500-1.500h4a1.500 1.500 0 0 1 1.500 1.500v4a1.500 1.500 0 0 1-1.500 1.500h-4a1.500 1.500 0 0 1-1.500-1.500z',
  ticket: 'M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2zM9 9h6M9 13h6',
  question: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 17v.01',
  search: 'M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM20 20l-4-4',
  laptop: 'M6 5h12a2 2 0 0 1 2 2v9H4V7a2 2 0 0 1 2-2zM2 20h20',
  shield: 'M12 3l8 4v5c0 5-3.500 8-8 9-4.500-1-8-4-8-9V7z',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  'person-plus': 'M14 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM3 20c0-4 3-6 7-6s7 2 7 6M18 7v6M15 10h6',
  'person-minus': 'M14 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM3 20c0-4 3-6 7-6s7 2 7 6M15 10h6',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM5 20c0-4 3-6 7-6s7 2 7 6',
  people: 'M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.500a4 4 0 0 1 0 7M18 14.500c2.500.8 4 2.700 4 5.500',
  wrench: 'M14.500 6.500a4 4 0 0 0-5 5L4 17a2.100 2.100 0 0 0 3 3l5.500-5.500a4 4 0 0 0 5-5L15 12l-3-3z',
  key: 'M12 15a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM11 12l8-8M16 7l3 3M14 9l2 2',
  room: 'M4 20V6l8-2v16M12 6h8v14M2 20h20M9 12v.01',
  building: 'M5 21V4h10v17M15 9h4v12M3 21h18M8 8h1M11 8h1M8 12h1M11 12h1M8 16h1M11 16h1',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  phone: 'M7 3h10a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5',
  app: 'M4 5h16v14H4zM4 9h16M7 7v.01M10 7v.01',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  'check-circle': 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM8 12.500l3 3 5-6',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 3',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  'cloud-off': 'M7 18h10a4 4 0 0 0 2.500-7.100A6 6 0 0 0 9 7.500M6.500 9.500A4.300 4.300 0 0 0 7 18M4 4l16 16',
  sync: 'M20 11a8 8 0 0 0-14.500-3.500L4 9M4 4v5h5M4 13a8 8 0 0 0 14.500 3.500L20 15M20 20v-5h-5',
  back: 'M15 5l-7 7 7 7',
  chevron: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  paperclip: 'M19 11l-7.500 7.500a4.500 4.500 0 0 1-6.500-6.500L13 4.500a3 3 0 0 1 4.500 4.500L10 16.500a1.500 1.500 0 0 1-2-2L14 8.500',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9v.01',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  edit: 'M5 19h3L19 8l-3-3L5 16zM14 7l3 3',
  send: 'M4 12l16-8-6 16-3-7z',
  bell: 'M6 17h12l-1.500-2.500V10a4.500 4.500 0 0 0-9 0v4.500zM10 20h4',
  'sign-out': 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M5.600 18.400L7 17M17 7l1.400-1.400',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  install: 'M7 3h10v18H7zM12 8v6M9.500 11.500L12 14l2.500-2.500',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  chase: 'M5 5v14M5 6h11l-2.500 4L16 14H5',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5',
  desk: 'M3 9h18M5 9v10M19 9v10M9 9V5h6v4',
} as const;

export type IconName = keyof typeof drawings;

/** Decoration: what it says stands in words beside it. A name that is not drawn shows the question mark. */
export const Icon = (props: { readonly name: string }): JSX.Element => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d={drawings[props.name as IconName] ?? drawings.question} />
  </svg>
);
