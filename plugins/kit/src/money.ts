import { z } from 'zod';
import { allocateUnits } from './allocation.ts';
import { divideHalfUp } from './rounding.ts';

export const currencies = ['RUB', 'EUR', 'USD', 'CNY'] as const;
export type Currency = (typeof currencies)[number];

/** `amount` counts minor units (kopecks, cents) and is always a whole number. */
export type Money = { amount: number; currency: Currency };

export const currencySchema = z.enum(currencies);
export const moneySchema = z.strictObject({ amount: z.int(), currency: currencySchema });

/** Throws when the amount is not a whole number of minor units. */
export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`Money counts whole minor units; ${amount} ${currency} is not one.`);
  }
  return { amount, currency };
}

/** Throws when the currencies differ, as do all sums below. */
export function add(left: Money, right: Money): Money {
  return money(left.amount + sameCurrency(left, right).amount, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  return money(left.amount - sameCurrency(left, right).amount, left.currency);
}

/** The currency is named, so that an empty sum still has one. */
export function sum(items: readonly Money[], currency: Currency): Money {
  return items.reduce(add, money(0, currency));
}

/** `quantity` is a whole number. */
export function multiply(price: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`A quantity is a whole number, not ${quantity}.`);
  return money(price.amount * quantity, price.currency);
}

/** A share in basis points (1 % = 100), halves up. */
export function percentOf(base: Money, basisPoints: number): Money {
  return money(divideHalfUp(BigInt(base.amount) * BigInt(basisPoints), 10_000n), base.currency);
}

/**
 * Splits without loss: the parts sum to the total. Weights are whole numbers from 0 on; left-over units go
 * to the largest remainders, earlier parts first. Weights of nothing but zeros split evenly.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  return allocateUnits(total.amount, weights).map((part) => money(part, total.currency));
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency === right.currency) return right;
  throw new TypeError(`${left.currency} and ${right.currency} cannot be counted together.`);
}
