import type { Admission } from './admission.ts';
import { leavesChildAlone, type LeftTickets } from './child-left-alone.ts';
import { type LeftPlaces, leavesFreeGuests } from './free-guest-left.ts';
import type { Order, OrderLine } from './order.ts';
import {
  type AskRefusal,
  decideTogether,
  type LineDecision,
  othersAtTable,
  policyVersion,
  type RefundDeparture,
  type RefundLine,
} from './refund-rule.ts';
import { takenShares, type RefundRequest, type TakenShare } from './refund-request.ts';
import {
  type AskedLine,
  type RefundShare,
  refundShares,
  type ShareProblem,
  type SoldLine,
  takenQuantity,
} from './refund-shares.ts';
import type { AgeRule } from './ticket-rules.ts';
import { floorAt } from './statutory-floor.ts';

/**
 * A departure as it stands now, moments in milliseconds; `changedAt`: when we last moved it so far that its buyers may
 * have their money back.
 */
export type SoldDeparture = {
  startAt: number;
  leavesAt: number;
  cancelled: boolean;
  changedAt: number | null;
};

/** A paid order with everything that a decision about its money needs. */
export type RefundCase = {
  order: Order;
  lines: readonly OrderLine[];
  admissions: readonly Admission[];
  /** The departures as they stand now, by id. */
  departures: ReadonlyMap<string, SoldDeparture>;
  /** What the ticket types say about ages now, by id. */
  ageRules: ReadonlyMap<string, AgeRule>;
  requests: readonly RefundRequest[];
  now: Date;
};

/** What is left of a line, and whether the buyer can have it back. Amounts in minor units. */
export type LineQuote = {
  lineId: string;
  quantity: number;
  amount: number;
  /** The other lines of a table that was sold whole, as far as something is left of them. */
  goesWith: string[];
  decision: LineDecision;
};

export type RefundQuote = { policyVersion: string; jurisdiction: string; lines: LineQuote[] };

/** What each line of the order would bring back now. */
export function quoteRefund(refundCase: RefundCase): RefundQuote {
  const { order, now } = refundCase;
  const floor = floorOf(refundCase);
  const lines = refundLines(refundCase);
  const rule = { lines, floor, now: now.getTime() };
  return {
    policyVersion: policyVersion(floor),
    jurisdiction: order.sellerFacts.country,
    lines: lines.map((line) => ({
      lineId: line.id,
      quantity: line.quantity,
      amount: line.amount,
      goesWith: othersAtTable(line, lines).map(({ id }) => id),
      decision: decideTogether(line, rule),
    })),
  };
}

type Ask = {
  /** What was named; undefined: everything that is left. */
  asked: readonly AskedLine[] | undefined;
  shares: readonly TakenShare[];
  quote: RefundQuote;
};

/** Why the buyer cannot have these shares, first what nobody could give; undefined: they can. */
export function refusalOf(refundCase: RefundCase, ask: Ask): AskRefusal | undefined {
  if (leavesTable(ask)) return 'WHOLE_TABLE';
  if (namesFee(refundCase, ask)) return 'FEE_WITH_TICKET';
  if (takesUsed(refundCase, ask)) return 'ALREADY_USED';
  const decisions = ask.shares.map(({ lineId }) => decisionOf(lineId, ask.quote));
  const refused = decisions.find((decision) => decision?.allowed === false);
  if (refused?.allowed === false) return refused.reason;
  if (goodsWithoutTickets(refundCase, ask)) return 'DIGITAL_DELIVERED';
  if (leavesChildAlone(leftTickets(refundCase, ask))) return 'NEEDS_ADULT';
  return leavesFreeGuests(leftPlaces(refundCase, ask)) ? 'NEEDS_PAYING_GUEST' : undefined;
}

const goingOf = (lineId: string, { shares }: Ask): number =>
  shares.find((share) => share.lineId === lineId)?.quantity ?? 0;

const leftOf = (lineId: string, { quote }: Ask): number =>
  quote.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;

const decisionOf = (lineId: string, { lines }: RefundQuote) =>
  lines.find((line) => line.lineId === lineId)?.decision;

/** Whether some tickets of a table that was sold whole go, and others of it stay. */
function leavesTable(ask: Ask): boolean {
  const going = ask.quote.lines.filter(({ lineId }) => goingOf(lineId, ask) > 0);
  return going.some(({ goesWith }) => goesWith.some((id) => goingOf(id, ask) < leftOf(id, ask)));
}

/** How much of a fee goes is never the buyer's choice: with which ticket it goes is fixed. */
function namesFee({ lines }: RefundCase, { asked = [] }: Ask): boolean {
  const fees = new Set(lines.filter(({ kind }) => kind === 'fee').map(({ id }) => id));
  return asked.some(({ lineId }) => fees.has(lineId));
}

/** Goods were delivered to whoever keeps a ticket. */
function goodsWithoutTickets({ lines }: RefundCase, ask: Ask): boolean {
  const goods = lines.filter(({ kind, id }) => kind === 'product' && goingOf(id, ask) > 0);
  const tickets = lines.filter(({ kind, id }) => kind === 'admission' && leftOf(id, ask) > goingOf(id, ask));
  return goods.length > 0 && tickets.length > 0;
}

const grownUp: AgeRule = { needsAdult: false, maxAge: null };

/** Departures that were cancelled take nobody along; a type that is gone asks for nothing. */
function leftTickets({ lines, departures, ageRules }: RefundCase, ask: Ask): LeftTickets[] {
  return lines.flatMap(({ id, kind, eventId, ticketTypeId }) => {
    if (kind !== 'admission' || eventId === null || departures.get(eventId)?.cancelled) return [];
    const before = leftOf(id, ask);
    const type = ageRules.get(ticketTypeId ?? '') ?? grownUp;
    return [{ eventId, type, before, after: before - goingOf(id, ask) }];
  });
}

function leftPlaces({ lines, departures }: RefundCase, ask: Ask): LeftPlaces[] {
  return lines.flatMap(({ id, eventId, facts, unitAmount }) => {
    if (!facts?.occupiesPlace || eventId === null || departures.get(eventId)?.cancelled) return [];
    const before = leftOf(id, ask);
    return [{ eventId, free: unitAmount === 0, before, after: before - goingOf(id, ask) }];
  });
}

function takesUsed({ admissions }: RefundCase, { shares }: Ask): boolean {
  const used = new Set(admissions.filter(({ state }) => state === 'used').map(({ id }) => id));
  return shares.some(({ admissionIds }) => admissionIds.some((id) => used.has(id)));
}

/** Why the buyer can have them: all of it because of something that we did, or within the policy. */
export function grantReason(shares: readonly TakenShare[], quote: RefundQuote): string {
  const [reason, ...others] = new Set(shares.map(({ lineId }) => decisionOf(lineId, quote)?.reason));
  return reason?.startsWith('OPERATOR_') && others.length === 0 ? reason : 'WITHIN_POLICY';
}

/**
 * The shares of what is asked for, each with the admissions that it takes: the last ones first.
 * @throws Error when a share finds fewer tickets than it pays back: none may stay good when its money goes
 */
export function planRefund(
  refundCase: RefundCase,
  asked: readonly AskedLine[] | undefined,
): TakenShare[] | ShareProblem {
  const { order, lines, requests } = refundCase;
  const taken = takenShares(requests);
  const shares = refundShares({ lines: soldLines(lines), taken, asked, currency: order.currency });
  return Array.isArray(shares) ? shares.map((share) => withAdmissions(share, refundCase)) : shares;
}

function withAdmissions(share: RefundShare, refundCase: RefundCase): TakenShare {
  const { lineId, quantity } = share;
  const { lines } = refundCase;
  const own = leftAdmissions(refundCase).filter(({ orderLineId }) => orderLineId === lineId);
  const last = own.toSorted((left, right) => rank(left) - rank(right) || right.serial - left.serial);
  const admissionIds = last.slice(0, quantity).map(({ id }) => id);
  const isTicket = lines.some(({ id, kind }) => id === lineId && kind === 'admission');
  if (isTicket && admissionIds.length !== quantity)
    throw new Error(`Line ${lineId} gives back ${quantity} tickets and has ${admissionIds.length}.`);
  return { ...share, admissionIds };
}

/** A ticket that was used stays so when its money goes back; nobody gives it back twice. */
function leftAdmissions({ admissions, requests }: RefundCase): Admission[] {
  const taken = new Set(takenShares(requests).flatMap(({ admissionIds }) => admissionIds));
  return admissions.filter(({ id, state }) => state !== 'voided' && !taken.has(id));
}

/** What was not used goes first. */
const rank = ({ state }: Admission) => (state === 'used' ? 1 : 0);

const floorOf = ({ order, now }: RefundCase) =>
  floorAt({ jurisdiction: order.sellerFacts.country, at: now.getTime() });

function soldLines(lines: readonly OrderLine[]): SoldLine[] {
  return lines.map(({ id, kind, forLine, quantity, amount, vatAmount }) => ({
    ...{ id, kind, forLine, quantity, amount, vatAmount },
  }));
}

function refundLines(refundCase: RefundCase): RefundLine[] {
  const { lines, requests, order } = refundCase;
  const used = leftAdmissions(refundCase).filter(({ state }) => state === 'used');
  const taken = takenShares(requests);
  const left = refundShares({ lines: soldLines(lines), taken, asked: undefined, currency: order.currency });
  const shares = Array.isArray(left) ? left : [];
  return lines.map((line) => ({
    ...{ id: line.id, kind: line.kind, forLine: line.forLine },
    quantity: line.quantity - takenQuantity(taken, line.id),
    amount: shares.find(({ lineId }) => lineId === line.id)?.amount ?? 0,
    used: used.filter(({ orderLineId }) => orderLineId === line.id).length,
    ...{ departure: departureOf(line, refundCase), wholeTable: tableOf(line) },
  }));
}

const tableOf = ({ eventId, facts }: OrderLine): string | undefined =>
  facts?.wholeTable === undefined ? undefined : JSON.stringify([eventId, facts.wholeTable]);

/** By the policy it was sold under. A departure that was put off gives the buyer the time until the new one. */
function departureOf(
  { facts, eventId }: OrderLine,
  { departures, order }: RefundCase,
): RefundDeparture | undefined {
  if (facts === null || eventId === null) return undefined;
  const current = departures.get(eventId);
  const sold = Date.parse(facts.startAt);
  const { changedAt = null, leavesAt = sold, cancelled = false } = current ?? {};
  const startAt = Math.max(sold, current?.startAt ?? 0);
  const changed = changedAt !== null && order.placedAt.getTime() <= changedAt;
  return { startAt, leavesAt, policy: facts.refundPolicy, cancelled, changed };
}
