import type { CardEntry } from '../payment-moves.ts';
import type { CardDraft, CardField } from './pay-page.ts';

export type ReadCard = { entry: CardEntry } | { wrong: CardField[] };

/** What the form of a card holds; its code is looked at and forgotten. */
export function readCard({ number, expiry, csc }: CardDraft, now: Date): ReadCard {
  const digits = number.replace(/[\s-]/g, '');
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(expiry) ?? [];
  const wrong: CardField[] = [
    ...(isCardNumber(digits) ? [] : ['number' as const]),
    ...(isAhead(Number(month), Number(year), now) ? [] : ['expiry' as const]),
    ...(/^\d{3,4}$/.test(csc.trim()) ? [] : ['csc' as const]),
  ];
  if (wrong.length > 0) return { wrong };
  return { entry: { number: digits, month: month.padStart(2, '0'), year: `20${year}` } };
}

/** The check digit after Luhn. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A card holds until the end of its month. */
function isAhead(month: number, year: number, now: Date): boolean {
  if (month < 1 || month > 12) return false;
  return Date.UTC(2000 + year, month, 1) > now.getTime();
}
