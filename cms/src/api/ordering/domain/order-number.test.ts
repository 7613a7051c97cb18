import fc from 'fast-check';
import { newOrderNumber, readOrderNumber } from './order-number.ts';

/** Draws that are given one by one. */
const draws = fc
  .tuple(fc.nat(8), fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }))
  .map(([first, rest]) => {
    const left = [first, ...rest];
    return () => left.shift() ?? 0;
  });

const numbers = draws.map(newOrderNumber);

describe('the number of an order', () => {
  it('is nine digits in threes, the first not a zero', () => {
    fc.assert(fc.property(numbers, (number) => expect(number).toMatch(/^[1-9]\d\d-\d{3}-\d{3}$/)));
  });

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const digits = number.replaceAll('-', '');
        const typed = [
          digits,
          ` ${number} `,
          digits.replace(/(...)/g, '$1 '),
          `№ ${number}`,
          number.replaceAll('-', '–'),
        ];
        for (const text of typed) expect(readOrderNumber(text)).toBe(number);
      }),
    );
  });

  it('is refused with any one digit wrong', () => {
    fc.assert(
      fc.property(numbers, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, place, change) => {
        const digits = [...number.replaceAll('-', '')].map(Number);
        digits[place] = ((digits[place] ?? 0) + change) % 10;
        expect(readOrderNumber(digits.join(''))).toBeUndefined();
      }),
    );
  });

  it('is refused with two neighbours in each other’s place', () => {
    fc.assert(
      fc.property(numbers, fc.nat(7), (number, place) => {
        const digits = [...number.replaceAll('-', '')];
        const swapped = [...digits];
        [swapped[place], swapped[place + 1]] = [digits[place + 1] ?? '', digits[place] ?? ''];
        fc.pre(swapped.join() !== digits.join());
        expect(readOrderNumber(swapped.join(''))).toBeUndefined();
      }),
    );
  });

  it('is refused with a digit too many, also one that the check digit would not notice', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (const text of [`0${number}`, `${number}0`, `1${number}`, `${number}-000`])
          expect(readOrderNumber(text)).toBeUndefined();
      }),
    );
  });

  it('is not made out of anything else', () => {
    for (const text of ['', 'abc', '1', '000-000-000', '12345678', '1234567890', "1'; drop table orders"])
      expect(readOrderNumber(text)).toBeUndefined();
  });
});
