import { zonedIso } from '../../catalog/domain/zoned-time.ts';
import type { Ahead } from '../store/next-departures.ts';

/** The next departure on the clock of its own zone. */
export function aheadView({ id, eventId, nextAt, timezone, next30Days }: Ahead) {
  const known = eventId !== null && nextAt !== null && timezone !== null;
  const next = known ? { eventId, startAt: zonedIso(Date.parse(nextAt), timezone), timezone } : null;
  return { id, next, next30Days };
}
