import { readFileSync } from 'node:fs';
import { contrastOf, pairs, tokensIn } from './tokens.ts';

const tokens = tokensIn(readFileSync(new URL('../tokens.css', import.meta.url), 'utf8'));
const token = (name: string) => tokens.find((one) => one.name === name);

describe('the palette', () => {
  it('is read whole', () => {
    expect(tokens.length).toBeGreaterThan(20);
    expect(token('ink')).toEqual({ name: 'ink', light: '#0b1f33', dark: '#e9f0f6' });
  });

  it('has no colour that nobody has judged', () => {
    const judged = new Set(pairs.flatMap(({ ink, ground }) => [ink, ground]));
    const hairline = 'line';
    expect(tokens.map(({ name }) => name).filter((name) => !judged.has(name))).toEqual([hairline]);
  });

  it.each(pairs.map((pair) => [`${pair.ink} on ${pair.ground}`, pair] as const))(
    '%s can be read, light and dark',
    (_name, { ink, ground, least }) => {
      for (const dress of ['light', 'dark'] as const) {
        const contrast = contrastOf(token(ink)?.[dress] ?? '', token(ground)?.[dress] ?? '');
        expect({ dress, enough: contrast >= least, contrast }).toMatchObject({ dress, enough: true });
      }
    },
  );
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
  });
});
