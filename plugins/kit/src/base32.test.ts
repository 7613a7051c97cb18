import fc from 'fast-check';
import { fromBase32, toBase32 } from './base32.ts';

describe('base 32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as RFC 4648 does', (text, expected) => {
    expect(toBase32(new TextEncoder().encode(text))).toBe(expected);
  });

  it('reads back every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(['mzxw6', 'MZXW6===', 'MZXW6 ', 'MZ1W6', 'M', 'MZ', 'MZXR', 'ＭZXW6'])(
    'refuses %j, which nothing is written as',
    (text) => expect(fromBase32(text)).toBeUndefined(),
  );
});
