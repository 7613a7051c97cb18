export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** The ticks of a schedule's days. */
export type Week = Partial<Record<Weekday, boolean | null>>;

/** Monday first. */
export function ticked(week: Week): boolean[] {
  return weekdays.map((day) => week[day] === true);
}
