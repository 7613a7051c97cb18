import type { Currency } from '@gangway/kit';
import { takenQuantity, type RefundShare } from './refund-shares.ts';

export const requestStates = ['requested', 'refused', 'pending', 'succeeded', 'failed'] as const;

/** A refund over one payment, on its way or arrived. */
export type MoneyBack = { id: string; amount: number; state: 'pending' | 'succeeded' | 'failed' };

/** Somebody asked for money back, whatever was answered. `amount` in minor units. */
export type RefundRequest = {
  id: string;
  orderId: string;
  state: (typeof requestStates)[number];
  amount: number;
  currency: Currency;
  /** Why it was granted or refused. */
  reasonCode: string;
  /** The version of the rule that decided. */
  policyVersion: string;
  /** What it takes of each line, with the admissions that it voided. */
  lines: TakenShare[];
  requestedByKind: 'staff' | 'customer' | 'system';
  requestedById: string | null;
  /** In the words of the person who asked. */
  reason: string | null;
  paymentRefundIds: MoneyBack[];
  /** The order is cancelled when the money is back. */
  cancelsOrder: boolean;
  requestedAt: Date;
  decidedAt: Date | null;
};

export type TakenShare = RefundShare & { admissionIds: string[] };

/** What requests have taken of the lines: counted from the moment they are granted until they fail. */
export function takenShares(requests: readonly Pick<RefundRequest, 'state' | 'lines'>[]): TakenShare[] {
  const counting = requests.filter(({ state }) => state !== 'refused' && state !== 'failed');
  return counting.flatMap(({ lines }) => lines);
}

type Sold = { id: string; quantity: number; amount: number };

/** Whether the lines still have what a request that failed had asked for: others may have taken it since. */
export function isLeft(
  request: Pick<RefundRequest, 'id' | 'lines'>,
  { lines, requests }: { lines: readonly Sold[]; requests: readonly RefundRequest[] },
): boolean {
  const taken = takenShares(requests.filter(({ id }) => id !== request.id));
  const gone = new Set(taken.flatMap(({ admissionIds }) => admissionIds));
  return request.lines.every(({ lineId, quantity, amount, admissionIds }) => {
    if (admissionIds.some((id) => gone.has(id))) return false;
    const line = lines.find(({ id }) => id === lineId);
    const paidBack = taken.reduce((sum, share) => sum + (share.lineId === lineId ? share.amount : 0), 0);
    if (!line || paidBack + amount > line.amount) return false;
    return takenQuantity(taken, lineId) + quantity <= line.quantity;
  });
}

/** Whether every unit of the order has come back; counted, because what costs nothing leaves no sum. */
export function isAllBack(
  lines: readonly { id: string; quantity: number }[],
  requests: readonly Pick<RefundRequest, 'state' | 'lines'>[],
): boolean {
  const back = requests.filter(({ state }) => state === 'succeeded').flatMap((request) => request.lines);
  return lines.every(({ id, quantity }) => takenQuantity(back, id) >= quantity);
}

/**
 * Whether everything that a refund failed for has gone back since; the first one asked for comes first. Where some of
 * the money of one that failed went all the same, it has gone twice.
 */
export function isMadeGood(requests: readonly RefundRequest[]): boolean {
  return requests.every(({ state, lines, paymentRefundIds }, at) => {
    if (state !== 'failed') return true;
    const later = requests.slice(at + 1).filter((request) => request.state === 'succeeded');
    const back = later.flatMap((request) => request.lines);
    const isTwice = paymentRefundIds.some((money) => money.state === 'succeeded');
    return !isTwice && lines.every((share) => isCovered(share, back));
  });
}

function isCovered({ lineId, quantity, admissionIds }: TakenShare, back: readonly TakenShare[]): boolean {
  const tickets = new Set(back.flatMap((share) => share.admissionIds));
  return takenQuantity(back, lineId) >= quantity && admissionIds.every((id) => tickets.has(id));
}

/** Whether the same person was refused for the same reason. */
export function isSameRefusal(one: RefundRequest, other: RefundRequest): boolean {
  const keys = ['state', 'reasonCode', 'requestedByKind', 'requestedById'] as const;
  return other.state === 'refused' && keys.every((key) => one[key] === other[key]);
}

/** The request after one of its payments' refunds has ended; it ends itself with the last of them. */
export function withMoneyBack(
  request: RefundRequest,
  ended: { id: string; state: 'succeeded' | 'failed' },
): RefundRequest {
  const paymentRefundIds = request.paymentRefundIds.map((money) =>
    money.id === ended.id ? { ...money, state: ended.state } : money,
  );
  return { ...request, paymentRefundIds, state: stateOf(paymentRefundIds) };
}

function stateOf(moneyBack: readonly MoneyBack[]): RefundRequest['state'] {
  if (moneyBack.some(({ state }) => state === 'pending')) return 'pending';
  return moneyBack.every(({ state }) => state === 'succeeded') ? 'succeeded' : 'failed';
}
