import { zonedIso } from '@gangway/kit';

/** What lies ahead of one document; `nextAt` and its event are null when nothing does. */
export type Ahead = {
  id: string;
  eventId: string | null;
  nextAt: string | null;
  timezone: string | null;
  next30Days: number;
};

/** The next departure on the clock of its own zone. */
export function aheadView({ id, eventId, nextAt, timezone, next30Days }: Ahead) {
  const known = eventId !== null && nextAt !== null && timezone !== null;
  const next = known ? { eventId, startAt: zonedIso(Date.parse(nextAt), timezone), timezone } : null;
  return { id, next, next30Days };
}
