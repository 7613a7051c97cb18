/** What is left of a payment that has settled. */
export type Refundable = { id: string; left: number; settledAt: Date };

export type RefundPart = { paymentId: string; amount: number };

/** Over which payments an amount is given back, the latest first; undefined when they do not suffice. */
export function refundPlan(payments: readonly Refundable[], amount: number): RefundPart[] | undefined {
  const latestFirst = payments.toSorted((one, other) => other.settledAt.getTime() - one.settledAt.getTime());
  const parts: RefundPart[] = [];
  let open = amount;
  for (const { id, left } of latestFirst) {
    const part = Math.min(left, open);
    if (part > 0) parts.push({ paymentId: id, amount: part });
    open -= part;
  }
  return open === 0 ? parts : undefined;
}
