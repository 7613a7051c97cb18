import { type AgeRule, typeWithoutAdult } from './ticket-rules.ts';

/** Tickets of a line before and after a refund. */
export type LeftTickets = { eventId: string; type: AgeRule; before: number; after: number };

/** Whether a refund takes the last adult of a departure and leaves a ticket that needs one. */
export function leavesChildAlone(tickets: readonly LeftTickets[]): boolean {
  const departures = [...Map.groupBy(tickets, ({ eventId }) => eventId).values()];
  return departures.some((own) => {
    const alone = (when: 'before' | 'after') =>
      typeWithoutAdult(own.filter((line) => line[when] > 0).map(({ type }) => type)) !== undefined;
    return alone('after') && !alone('before');
  });
}
