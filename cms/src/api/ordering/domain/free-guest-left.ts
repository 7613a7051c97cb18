/** Tickets of a line that take a place, before and after a refund. */
export type LeftPlaces = { eventId: string; free: boolean; before: number; after: number };

/**
 * Whether a refund leaves more places that cost nothing on a departure than places that are paid for; where that was so
 * before, it may stay so.
 */
export function leavesFreeGuests(places: readonly LeftPlaces[]): boolean {
  const departures = [...Map.groupBy(places, ({ eventId }) => eventId).values()];
  return departures.some((own) => isCrooked(own, 'after') && !isCrooked(own, 'before'));
}

function isCrooked(places: readonly LeftPlaces[], when: 'before' | 'after'): boolean {
  const count = (free: boolean) =>
    places.filter((line) => line.free === free).reduce((sum, line) => sum + line[when], 0);
  return count(true) > count(false);
}
