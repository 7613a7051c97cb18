/**
 * Whole part of numerator / denominator, halves away from zero, so that a refund mirrors its sale.
 * Counts in bigint: amount × basis points may leave the safe integers.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return negate(divideHalfUp(-numerator, denominator));
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Minus without ever answering -0, which is unequal to 0 in comparisons and JSON diffs. */
export function negate(value: number): number {
  return value === 0 ? 0 : -value;
}
