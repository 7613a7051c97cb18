import type { Money } from '@gangway/kit';

/** A signed amount on an account: debit is positive, credit is negative. */
export type Posting = { account: string; amount: number; currency: Money['currency'] };

/** What buyers have paid and has not been delivered yet. */
export const prepayment = 'prepayment';
/** What is promised back and has not left yet. */
export const refundsPayable = 'refunds-payable';
/** Money whose owner or purpose is not clear. */
export const suspense = 'suspense';
/** Money that a gateway, a cash desk or a bank holds for us. */
export const clearing = (keeper: string): string => `clearing:${keeper}`;

export type MoneyEvent =
  | { kind: 'payment.succeeded'; keeper: string; amount: Money }
  | { kind: 'payment.unmatched'; keeper: string; amount: Money }
  | { kind: 'refund.requested'; amount: Money }
  | { kind: 'refund.succeeded'; keeper: string; amount: Money }
  | { kind: 'refund.failed'; amount: Money };

/** Both sides of an event of the ledger; none for an amount of nothing. */
export function postingsOf(event: MoneyEvent): Posting[] {
  const { amount, currency } = event.amount;
  if (amount === 0) return [];
  const { debit, credit } = sides(event);
  return [
    { account: debit, amount, currency },
    { account: credit, amount: -amount, currency },
  ];
}

/** What undoes postings: the same accounts, the other way round. */
export const reversed = (postings: readonly Posting[]): Posting[] =>
  postings.map((posting) => ({ ...posting, amount: -posting.amount }));

function sides(event: MoneyEvent): { debit: string; credit: string } {
  switch (event.kind) {
    case 'payment.succeeded':
      return { debit: clearing(event.keeper), credit: prepayment };
    case 'payment.unmatched':
      return { debit: clearing(event.keeper), credit: suspense };
    case 'refund.requested':
      return { debit: prepayment, credit: refundsPayable };
    case 'refund.succeeded':
      return { debit: refundsPayable, credit: clearing(event.keeper) };
    case 'refund.failed':
      return { debit: refundsPayable, credit: prepayment };
  }
}
