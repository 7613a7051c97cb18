const minute = 60_000;

/** The moment so many minutes later. */
export const laterBy = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();

/** How long a departure takes, in minutes. */
export const minutesOf = ({ startAt, endAt }: { startAt: string; endAt: string }): number =>
  Math.round((Date.parse(endAt) - Date.parse(startAt)) / minute);
