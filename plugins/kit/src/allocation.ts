import { negate } from './rounding.ts';

type Share = { index: number; units: number; remainder: bigint };

/** Largest remainder method over whole units; see `allocate` for the rule. */
export function allocateUnits(total: number, weights: readonly number[]): number[] {
  if (total < 0) return allocateUnits(-total, weights).map(negate);
  const shares = floorShares(BigInt(total), usableWeights(weights));
  const left = total - shares.reduce((units, share) => units + share.units, 0);
  const lucky = new Set(byRemainder(shares).slice(0, left));
  return shares.map((share) => share.units + (lucky.has(share) ? 1 : 0));
}

function usableWeights(weights: readonly number[]): bigint[] {
  if (weights.length === 0) throw new RangeError('Money needs at least one part to be split into.');
  const wrong = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
  if (wrong !== undefined) throw new RangeError(`A weight is a whole number from 0 on, not ${wrong}.`);
  return weights.some((weight) => weight > 0) ? weights.map(BigInt) : weights.map(() => 1n);
}

function floorShares(total: bigint, weights: bigint[]): Share[] {
  const whole = weights.reduce((left, right) => left + right, 0n);
  return weights.map((weight, index) => ({
    index,
    units: Number((total * weight) / whole),
    remainder: (total * weight) % whole,
  }));
}

function byRemainder(shares: Share[]): Share[] {
  return [...shares].sort(
    (left, right) => compare(right.remainder, left.remainder) || left.index - right.index,
  );
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
