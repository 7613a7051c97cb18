/** The largest amount the column holds (a PostgreSQL integer), in minor units. */
export const largestAmount = 2_147_483_647;

export type MoneyProblem = 'notANumber' | 'tooManyDigits' | 'tooLarge' | 'negative';
export type ParsedAmount = { minor: number } | { problem: MoneyProblem };

/** Digits after the decimal point: 2 for the rouble, 0 for the yen. */
export const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as a person types them: 125050 → «1 250,50». Works on digits, never on fractions. */
export function majorText({
  minor,
  currency,
  tag,
}: {
  minor: number;
  currency: string;
  tag: string;
}): string {
  const digits = fractionDigits(currency);
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  const sign = minor < 0 ? '−' : '';
  const grouped = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(BigInt(whole));
  return sign + grouped + (digits ? decimalSign(tag) + figures.slice(-digits) : '');
}

const decimalSign = (tag: string): string =>
  new Intl.NumberFormat(tag).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';

const spaces = /[\s\u00a0\u202f']/g;
const groupedByCommas = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * An amount as typed, in minor units. Spaces separate thousands everywhere, commas do where people write «1,250»
 * (any language but Russian); otherwise comma and point both begin the fraction.
 */
export function parseMajor({
  text,
  currency,
  tag,
}: {
  text: string;
  currency: string;
  tag: string;
}): ParsedAmount {
  const bare = text.replace(spaces, '').replace('−', '-');
  const commasGroup = !tag.startsWith('ru') && groupedByCommas.test(bare);
  const plain = (commasGroup ? bare.replaceAll(',', '') : bare).replace(',', '.');
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!match) return { problem: 'notANumber' };
  const [, sign = '', whole = '', fraction = ''] = match;
  if (sign) return { problem: 'negative' };
  return inMinorUnits({ whole, fraction, digits: fractionDigits(currency) });
}

function inMinorUnits({
  whole,
  fraction,
  digits,
}: {
  whole: string;
  fraction: string;
  digits: number;
}): ParsedAmount {
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) return { problem: 'tooManyDigits' };
  const minor = BigInt(whole + significant.padEnd(digits, '0'));
  return minor > BigInt(largestAmount) ? { problem: 'tooLarge' } : { minor: Number(minor) };
}

/** An amount to read in a list: «1 250,50 ₽», without a fraction of zeros. */
export function moneyText({
  minor,
  currency,
  tag,
}: {
  minor: number;
  currency: string;
  tag: string;
}): string {
  const digits = fractionDigits(currency);
  const whole = minor % 10 ** digits === 0;
  const fraction = { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...fraction,
  });
  return format.format(minor / 10 ** digits);
}

export const currencySign = (currency: string, tag: string): string =>
  new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .find((part) => part.type === 'currency')?.value ?? currency;
