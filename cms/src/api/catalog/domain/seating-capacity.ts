import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

type Holder = { capacity?: number | null } | null | undefined;
type Vessel = { capacity?: number | null; seatingPlan?: Holder } | null;

/** Places of a departure or a schedule, and what they must fit into. */
export type Places = {
  seating: string;
  capacity: number;
  vessel?: Vessel;
  seatingPlan?: Holder;
};

/** Not more places than the vessel holds or, where they are numbered, than the plan has. */
export function capacityProblems({ seating, capacity, vessel, seatingPlan }: Places): Problem[] {
  const plan = seating === 'assigned' ? seatingPlan : undefined;
  return [
    ...(seating === 'assigned' && !plan ? [problems.PLAN_REQUIRED('seatingPlan')] : []),
    ...over({ capacity, holder: vessel, say: problems.CAPACITY_OVER_VESSEL }),
    ...over({ capacity, holder: plan, say: problems.CAPACITY_OVER_PLAN }),
  ];
}

type Comparison = { capacity: number; holder: Holder; say: typeof problems.CAPACITY_OVER_VESSEL };

function over({ capacity, holder, say }: Comparison): Problem[] {
  const most = holder?.capacity ?? undefined;
  return most !== undefined && capacity > most ? [say('capacity', { capacity: most })] : [];
}
