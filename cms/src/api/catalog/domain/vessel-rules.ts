import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

/** `largest`: the places of the fullest departure ahead on this vessel. */
export function vesselProblems(
  { capacity }: { capacity: number },
  { largest }: { largest: number },
): Problem[] {
  return capacity < largest ? [problems.VESSEL_TOO_SMALL('capacity', { capacity: largest })] : [];
}
