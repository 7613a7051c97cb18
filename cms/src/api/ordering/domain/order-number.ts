/** Draws a whole number from 0 to below the limit. */
export type Draw = (limit: number) => number;

const bodyLength = 8;

/**
 * A number to say on the phone in any language: nine digits in threes, the first not a zero, the last a check digit.
 * It tells nothing about how many orders there are. 90 million of them: a taken one is drawn again.
 */
export function newOrderNumber(draw: Draw): string {
  const first = 1 + draw(9);
  const rest = Array.from({ length: bodyLength - 1 }, () => draw(10));
  const body = [first, ...rest].join('');
  return grouped(body + checkDigit(body));
}

/** The number as it is written, from what a person typed: spaces, dashes and dots do not count. */
export function readOrderNumber(text: string): string | undefined {
  const digits = text.replace(/[\s\-‐-―.№#]/g, '').normalize('NFKC');
  if (!/^[1-9]\d{8}$/.test(digits)) return undefined;
  return checkDigit(digits) === '0' ? grouped(digits) : undefined;
}

function grouped(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1-');
}

/** Damm's quasigroup of order ten: finds every wrong digit and every two that changed places. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function checkDigit(digits: string): string {
  const last = [...digits].reduce((row, digit) => damm[row]?.[Number(digit)] ?? 0, 0);
  return String(last);
}
