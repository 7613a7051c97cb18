import type { Problem } from '../../../frame/editing/problem.ts';
import { type Instant, isReversed, millis } from './instant.ts';
import { problems } from './problems.ts';
import { capacityProblems, type Places } from './seating-capacity.ts';
import { zoneProblems } from './zone-name.ts';

/** A departure as it stands after an edit, with what it points at. */
export type EditedEvent = Places & {
  state: string;
  timezone: string;
  startAt: Instant;
  endAt: Instant;
  salesStartAt?: Instant;
  salesEndAt?: Instant;
  activity?: unknown;
  venue?: unknown;
  archived?: boolean | null;
  delayMinutes?: number | null;
};

/** What the departure's own values say. */
export function eventValueProblems(event: EventValues): Problem[] {
  return [
    ...(isReversed(event.startAt, event.endAt) ? [problems.END_BEFORE_START('endAt')] : []),
    ...salesProblems(event),
    ...(event.timezone ? zoneProblems(event.timezone) : []),
  ];
}

export type EventValues = Partial<
  Pick<EditedEvent, 'timezone' | 'startAt' | 'endAt' | 'salesStartAt' | 'salesEndAt'>
>;

/** What it points at, and whether its people fit in there. */
export function eventProblems(event: EditedEvent): Problem[] {
  return [
    ...(event.activity ? [] : [problems.ACTIVITY_REQUIRED('activity')]),
    ...(event.vessel || event.venue ? [] : [problems.PLACE_REQUIRED('vessel')]),
    ...capacityProblems(event),
  ];
}

function salesProblems({ salesStartAt, salesEndAt, endAt }: EventValues): Problem[] {
  if (isReversed(salesStartAt, salesEndAt)) return [problems.SALES_END_BEFORE_START('salesEndAt')];
  return isReversed(salesStartAt, endAt) ? [problems.SALES_AFTER_END('salesStartAt')] : [];
}

const finalStates = new Set(['completed', 'cancelled']);

/** What has ended stays as it ended; what has departed can only be completed. */
export function stateProblems(before: string | undefined, after: string | undefined): Problem[] {
  if (before === undefined || before === after) return [];
  const stays = finalStates.has(before) || (before === 'departed' && after !== 'completed');
  return stays ? [problems.STATE_FINAL('state')] : [];
}

const minute = 60_000;
/** Ships leave a little before their time now and then. */
const earliest = 60 * minute;

/** What has left stays so: said days ahead by mistake it would never be sold nor cancelled again. */
export function earlyStateProblems(
  before: string | undefined,
  { state, startAt, delayMinutes }: Pick<EditedEvent, 'state' | 'startAt' | 'delayMinutes'>,
  now: Date,
): Problem[] {
  if (state === before || (state !== 'departed' && state !== 'completed')) return [];
  const leaves = (millis(startAt) ?? 0) + (delayMinutes ?? 0) * minute;
  return now.getTime() < leaves - earliest ? [problems.STATE_TOO_EARLY('state')] : [];
}
