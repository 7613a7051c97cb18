import type { Weekday } from './records.ts';

/** Monday first, as the schedule's columns are. */
export const everyDay: Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
