import { z } from 'zod';
import { zonedDay } from './zoned-time.ts';

export const vatKinds = ['standard', 'reduced', 'zero', 'simplified5', 'simplified7'] as const;
export type VatKind = (typeof vatKinds)[number];
export const vatKindSchema = z.enum(vatKinds);

type Rate = { kind: VatKind; basisPoints: number; from: string };
type Country = { timezone: string; rates: Rate[] };

/**
 * Rates with the first day they hold. Sources: Tax Code of Russia art. 164 (20 % from 2019, 22 % from 2026,
 * 5 and 7 % of the simplified regime from 2025); Estonia: Value-Added Tax Act § 15; Cyprus: VAT Law 95(I)/2000.
 */
const countries: Record<string, Country> = {
  RU: {
    timezone: 'Europe/Moscow',
    rates: [
      { kind: 'standard', basisPoints: 2000, from: '2019-01-01' },
      { kind: 'standard', basisPoints: 2200, from: '2026-01-01' },
      { kind: 'reduced', basisPoints: 1000, from: '2019-01-01' },
      { kind: 'zero', basisPoints: 0, from: '2019-01-01' },
      { kind: 'simplified5', basisPoints: 500, from: '2025-01-01' },
      { kind: 'simplified7', basisPoints: 700, from: '2025-01-01' },
    ],
  },
  EE: {
    timezone: 'Europe/Tallinn',
    rates: [
      { kind: 'standard', basisPoints: 2200, from: '2024-01-01' },
      { kind: 'standard', basisPoints: 2400, from: '2025-07-01' },
      { kind: 'zero', basisPoints: 0, from: '2024-01-01' },
    ],
  },
  CY: {
    timezone: 'Asia/Nicosia',
    rates: [
      { kind: 'standard', basisPoints: 1900, from: '2014-01-13' },
      { kind: 'zero', basisPoints: 0, from: '2014-01-13' },
    ],
  },
};

/** The countries that the table knows. */
export const vatCountries: readonly string[] = Object.keys(countries);

type Question = { country: string; kind: VatKind; on: Date | string };

/**
 * The rate in basis points (22 % = 2200) on the day of the service. A `Date` is read as the day it is in the
 * country's capital. Throws when the table knows no such rate.
 */
export function vatRate(question: Question): number {
  const rate = rateOf(question);
  if (rate) return rate.basisPoints;
  const { country, kind } = question;
  throw new RangeError(
    `The VAT table has no ${kind} rate for ${country} on ${dayOf(question)}: add it to vat-rate.ts.`,
  );
}

/** Whether `vatRate` would answer. */
export function hasVatRate(question: Question): boolean {
  return rateOf(question) !== undefined;
}

function rateOf(question: Question): Rate | undefined {
  const day = dayOf(question);
  const rates = tableOf(question)?.rates;
  return rates?.findLast(({ kind, from }) => kind === question.kind && from <= day);
}

function dayOf(question: Question): string {
  const { on } = question;
  return typeof on === 'string' ? on : zonedDay(on.getTime(), tableOf(question)?.timezone ?? 'UTC');
}

// A country named like something every object has, such as `constructor`, is unknown too.
function tableOf({ country }: Question): Country | undefined {
  return Object.hasOwn(countries, country) ? countries[country] : undefined;
}
