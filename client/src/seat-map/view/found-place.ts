import type { Place } from '../model/layout.ts';
import type { Seats } from './seats-context.ts';

/** What was found for the buyer; it may be on another deck than they look at. */
export const foundPlace = ({ plan, state: { news } }: Seats): Place | undefined =>
  news?.kind === 'found' ? plan.bySeat.get(news.seats[0] ?? '') : undefined;
