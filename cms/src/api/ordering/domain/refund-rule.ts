import { refundableUntil, type RefundKind } from '../../catalog/domain/refund-rule.ts';
import type { StatutoryFloor } from './statutory-floor.ts';

/** The departure of a line, as far as refunds go. `startAt` in milliseconds since the epoch. */
export type RefundDeparture = { startAt: number; cancelled: boolean; policy: RefundKind };

/** A line of a paid order with what is left of it: units and minor units that no refund has taken yet. */
export type RefundLine = {
  id: string;
  kind: 'admission' | 'product' | 'fee';
  /** The line that a fee was charged for. */
  forLine: string | null;
  quantity: number;
  amount: number;
  /** Admissions of the line that were used: they are not given back, the others are. */
  used: number;
  departure: RefundDeparture | undefined;
};

export const refundReasons = ['WITHIN_POLICY', 'OPERATOR_CANCELLED'] as const;
export const refusalReasons = [
  'TOO_LATE',
  'NOT_REFUNDABLE',
  'ALREADY_USED',
  'ALREADY_REFUNDED',
  'DIGITAL_DELIVERED',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** Why a buyer cannot have what they ask for together, though each line by itself could be had. */
export const choiceRefusals = ['FEE_WITH_TICKET'] as const;

export type AskRefusal = RefusalReason | (typeof choiceRefusals)[number];

/** `until` is the last moment of the buyer's own right, in milliseconds; null: there is none, or no end to it. */
export type LineDecision = { until: number | null } & (
  { allowed: true; reason: (typeof refundReasons)[number] } | { allowed: false; reason: RefusalReason }
);

export type RefundRule = { lines: readonly RefundLine[]; floor: StatutoryFloor; now: number };

/** The version of this rule; together with the floor's it says by what a decision was made. */
const ruleVersion = 'refund.1';

export const policyVersion = (floor: Pick<StatutoryFloor, 'version'>): string =>
  `${ruleVersion}+${floor.version}`;

const hour = 3_600_000;

/** The later of what the activity promises and what the law demands. */
export function widestUntil(
  { startAt, policy }: Omit<RefundDeparture, 'cancelled'>,
  { hoursBefore }: Pick<StatutoryFloor, 'hoursBefore'>,
): number | null {
  const promised = refundableUntil(policy, startAt);
  const demanded = hoursBefore === null ? null : startAt - hoursBefore * hour;
  if (promised === null || demanded === null) return promised ?? demanded;
  return Math.max(promised, demanded);
}

/**
 * May the buyer give this line back without asking anybody? Tickets up to the end of their right, in full, whatever
 * the gateway charges us; always when the operator has cancelled. Fees go with their ticket. Digital goods go with
 * the first departure of their order; on their own they were delivered when they were paid for.
 */
export function decideLine(line: RefundLine, rule: RefundRule): LineDecision {
  if (line.quantity === 0) return refused('ALREADY_REFUNDED');
  if (line.used >= line.quantity) return refused('ALREADY_USED');
  const departure = departureOf(line, rule.lines);
  if (!departure) return refused('DIGITAL_DELIVERED');
  if (departure.cancelled) return { allowed: true, reason: 'OPERATOR_CANCELLED', until: null };
  const until = widestUntil(departure, rule.floor);
  if (until === null) return refused('NOT_REFUNDABLE');
  if (rule.now > until) return { allowed: false, reason: 'TOO_LATE', until };
  return { allowed: true, reason: 'WITHIN_POLICY', until };
}

const refused = (reason: RefusalReason): LineDecision => ({ allowed: false, reason, until: null });

function departureOf(line: RefundLine, lines: readonly RefundLine[]): RefundDeparture | undefined {
  if (line.departure) return line.departure;
  const charged = lines.find(({ id }) => id === line.forLine);
  return charged ? departureOf(charged, lines) : firstDeparture(lines);
}

/** A cancelled one counts only when all are: the goods still go with the trip that takes place. */
function firstDeparture(lines: readonly RefundLine[]): RefundDeparture | undefined {
  const departures = lines.flatMap(({ departure }) => departure ?? []);
  const taking = departures.filter(({ cancelled }) => !cancelled);
  const [first] = (taking.length > 0 ? taking : departures).sort(
    (left, right) => left.startAt - right.startAt,
  );
  return first;
}
