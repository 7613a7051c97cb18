import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

/** A fee or a discount: an amount in minor units or a percentage, as `kind` says. */
export type AmountOrPercent = { kind?: string; amount?: number | null; percent?: number | null };

export function amountOrPercentProblems({ kind, amount, percent }: AmountOrPercent): Problem[] {
  if (kind === 'percent') return isNumber(percent) ? [] : [problems.PERCENT_REQUIRED('percent')];
  return isNumber(amount) ? [] : [problems.AMOUNT_REQUIRED('amount')];
}

function isNumber(value: number | null | undefined): boolean {
  return value !== null && value !== undefined;
}
