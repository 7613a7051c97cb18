import { gap, inOtherForm, inOtherLayout, slip, transliterated } from './wishes.ts';

const first = { below: () => 0 };
const second = { below: () => 1 };

describe('what people type', () => {
  it('slips as fingers do', () => {
    expect(slip(second, 'bridges')).toBe('brdiges');
    expect(slip(first, 'sail')).toBe('sail');
    expect(gap(second, 'bridges')).toBe('brdges');
  });

  it('is Russian in Latin letters', () => {
    expect(transliterated('яхта')).toBe('yahta');
    expect(transliterated('площадь')).toBe('ploschad');
  });

  it('is written with the other layout of the keyboard', () => {
    expect(inOtherLayout('яхта', 'ru')).toBe('z[nf');
    expect(inOtherLayout('катер', 'ru')).toBe('rfnth');
    expect(inOtherLayout('yacht', 'en')).toBe('нфсре');
  });

  it('has other forms', () => {
    expect(inOtherForm(second, 'прогулка', 'ru')).toBe('прогулкам');
    expect(inOtherForm(first, 'bridges', 'en')).toBe('bridgs');
    expect(inOtherForm(first, '灯塔', 'zh')).toBe('灯塔的');
  });
});
