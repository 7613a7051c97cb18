import { refundableUntil, type RefundKind } from '../../catalog/domain/refund-rule.ts';
import type { StatutoryFloor } from './statutory-floor.ts';

/**
 * The departure of a line, as far as refunds go. Moments in milliseconds since the epoch. `changed`: we have moved it
 * since it was ordered, so the buyer may give it back until it leaves.
 */
export type RefundDeparture = {
  startAt: number;
  leavesAt: number;
  cancelled: boolean;
  changed: boolean;
  policy: RefundKind;
};

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
  /** The table of a departure that was sold whole. */
  wholeTable?: string | undefined;
};

export const refundReasons = ['WITHIN_POLICY', 'OPERATOR_CANCELLED', 'OPERATOR_CHANGED'] as const;
export const refusalReasons = [
  'TOO_LATE',
  'NOT_REFUNDABLE',
  'ALREADY_USED',
  'ALREADY_REFUNDED',
  'DIGITAL_DELIVERED',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** Why a buyer cannot have what they ask for together, though each line by itself could be had. */
export const choiceRefusals = [
  'WHOLE_TABLE',
  'FEE_WITH_TICKET',
  'NEEDS_ADULT',
  'NEEDS_PAYING_GUEST',
] as const;

export type AskRefusal = RefusalReason | (typeof choiceRefusals)[number];

/**
 * Whether staff may give it back all the same: not more than is left, and single places of a table that is sold whole
 * could be sold to nobody.
 */
export const canOverride = (reason: AskRefusal | 'EXCEEDS_REST'): boolean =>
  reason !== 'WHOLE_TABLE' && reason !== 'EXCEEDS_REST';

/** `until` is the last moment of the buyer's own right, in milliseconds; null: there is none, or no end to it. */
export type LineDecision = { until: number | null } & (
  { allowed: true; reason: (typeof refundReasons)[number] } | { allowed: false; reason: RefusalReason }
);

export type RefundRule = { lines: readonly RefundLine[]; floor: StatutoryFloor; now: number };

/** The version of this rule; together with the floor's it says by what a decision was made. */
const ruleVersion = 'refund.4';

export const policyVersion = (floor: Pick<StatutoryFloor, 'version'>): string =>
  `${ruleVersion}+${floor.version}`;

const hour = 3_600_000;

/** The later of what the activity promises and what the law demands. */
export function widestUntil(
  { startAt, policy }: Pick<RefundDeparture, 'startAt' | 'policy'>,
  { hoursBefore }: Pick<StatutoryFloor, 'hoursBefore'>,
): number | null {
  const promised = refundableUntil(policy, startAt);
  const demanded = hoursBefore === null ? null : startAt - hoursBefore * hour;
  if (promised === null || demanded === null) return promised ?? demanded;
  return Math.max(promised, demanded);
}

/**
 * May the buyer give this line back without asking anybody? Tickets up to the end of their right, in full, whatever
 * the gateway charges us; always when we have cancelled, and until departure when we have moved it. Fees go with their ticket. Digital goods go with all
 * tickets of their order that are left; without one that was paid for they were delivered when the order was paid.
 */
export function decideLine(line: RefundLine, rule: RefundRule): LineDecision {
  if (line.quantity === 0) return refused('ALREADY_REFUNDED');
  if (line.used >= line.quantity) return refused('ALREADY_USED');
  const departure = departureOf(line, rule.lines);
  return departure ? decideDeparture(departure, rule) : decideGoods(line, rule);
}

/** A line of a table that was sold whole goes with the others of it, or stays with them. */
export function decideTogether(line: RefundLine, rule: RefundRule): LineDecision {
  const own = decideLine(line, rule);
  const others = othersAtTable(line, rule.lines).map((other) => decideLine(other, rule));
  return [own, ...others].find(({ allowed }) => !allowed) ?? own;
}

/** The other lines of its table of which something is left; none where tables are sold seat by seat. */
export function othersAtTable(line: RefundLine, lines: readonly RefundLine[]): RefundLine[] {
  if (line.wholeTable === undefined) return [];
  const others = lines.filter(({ id, wholeTable }) => id !== line.id && wholeTable === line.wholeTable);
  return others.filter(({ quantity }) => quantity > 0);
}

function departureOf(line: RefundLine, lines: readonly RefundLine[]): RefundDeparture | undefined {
  return line.departure ?? lines.find(({ id }) => id === line.forLine)?.departure;
}

function decideDeparture(departure: RefundDeparture, { floor, now }: RefundRule): LineDecision {
  if (departure.cancelled) return { allowed: true, reason: 'OPERATOR_CANCELLED', until: null };
  if (departure.changed && now < departure.leavesAt)
    return { allowed: true, reason: 'OPERATOR_CHANGED', until: departure.leavesAt };
  const until = widestUntil(departure, floor);
  if (until === null) return refused('NOT_REFUNDABLE');
  if (now > until) return { allowed: false, reason: 'TOO_LATE', until };
  return { allowed: true, reason: 'WITHIN_POLICY', until };
}

/** As the tickets decide; goods that cost nothing go with free tickets too. */
function decideGoods({ amount }: RefundLine, rule: RefundRule): LineDecision {
  const tickets = rule.lines.filter(({ departure, quantity }) => departure && quantity > 0);
  if (!tickets.some((ticket) => amount === 0 || ticket.amount > 0)) return refused('DIGITAL_DELIVERED');
  const decisions = tickets.map((ticket) => decideLine(ticket, rule));
  const [first] = decisions.toSorted((left, right) => (left.until ?? Infinity) - (right.until ?? Infinity));
  return decisions.find(({ allowed }) => !allowed) ?? first ?? refused('DIGITAL_DELIVERED');
}

const refused = (reason: RefusalReason): LineDecision => ({ allowed: false, reason, until: null });
