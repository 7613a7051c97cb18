import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

export type EditedTicketType = { minAge?: number | null; maxAge?: number | null };

/** Ages in full years, both ends included. */
export function ticketTypeProblems({ minAge, maxAge }: EditedTicketType): Problem[] {
  const reversed = typeof minAge === 'number' && typeof maxAge === 'number' && maxAge < minAge;
  return reversed ? [problems.AGE_ORDER('maxAge')] : [];
}
