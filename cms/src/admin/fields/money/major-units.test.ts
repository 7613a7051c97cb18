import fc from 'fast-check';
import { fractionDigits, largestAmount, majorText, moneyText, parseMajor } from './major-units.ts';

const rouble = (text: string, tag = 'ru') => parseMajor({ text, currency: 'RUB', tag });

describe('an amount that a manager types', () => {
  it.each([
    ['1 250,50', 125_050],
    ['1\u00a0250,5', 125_050],
    ['1250.5', 125_050],
    ['0', 0],
    ['0,07', 7],
    ['1500', 150_000],
    ['19,99', 1_999],
    ['21474836,47', largestAmount],
    ['12,500', 1_250],
  ])('%s becomes %d minor units', (text, minor) => {
    expect(rouble(text)).toEqual({ minor });
  });

  it.each([
    ['', 'notANumber'],
    ['abc', 'notANumber'],
    ['1,2,3', 'notANumber'],
    ['1e5', 'notANumber'],
    ['1,255', 'tooManyDigits'],
    ['-5', 'negative'],
    ['21474836,48', 'tooLarge'],
    ['99999999999999999999', 'tooLarge'],
  ])('%s is refused as %s', (text, problem) => {
    expect(rouble(text)).toEqual({ problem });
  });

  it('reads commas between thousands where people write them', () => {
    expect(rouble('1,250', 'en')).toEqual({ minor: 125_000 });
    expect(rouble('1,250,000.5', 'zh-Hans')).toEqual({ minor: 125_000_050 });
    expect(rouble('1,25', 'en')).toEqual({ minor: 125 });
  });

  it('knows currencies without a fraction', () => {
    expect(fractionDigits('JPY')).toBe(0);
    expect(parseMajor({ text: '1500', currency: 'JPY', tag: 'en' })).toEqual({ minor: 1_500 });
    expect(parseMajor({ text: '15.5', currency: 'JPY', tag: 'en' })).toEqual({ problem: 'tooManyDigits' });
  });

  it.each(['ru', 'en', 'zh-Hans'])('comes back as it was written, whatever the amount (%s)', (tag) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestAmount }), (minor) => {
        const text = majorText({ minor, currency: 'EUR', tag });
        expect(parseMajor({ text, currency: 'EUR', tag })).toEqual({ minor });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an amount in a list', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it('is written in its currency, without a fraction of zeros', () => {
    expect(plain(moneyText({ minor: 150_000, currency: 'RUB', tag: 'ru' }))).toBe('1 500 ₽');
    expect(plain(moneyText({ minor: 225_050, currency: 'RUB', tag: 'ru' }))).toBe('2 250,50 ₽');
    expect(plain(moneyText({ minor: 900, currency: 'EUR', tag: 'en' }))).toBe('€9');
  });
});
