import { fittingVariants } from './variant-widths.ts';

const named = (width: number, mime: string) =>
  fittingVariants({ width, mime }).map(({ format, width: each }) => `${format} ${each}`);

describe('the variants of a picture', () => {
  it('are narrower than a wide one, up to what a page shows', () => {
    const both = [400, 800, 1200, 1600].flatMap((width) => [`avif ${width}`, `webp ${width}`]);
    expect(named(6000, 'image/jpeg')).toEqual(both);
  });

  it('keep its own width in the formats it does not have', () => {
    expect(named(800, 'image/webp')).toEqual(['avif 400', 'webp 400', 'avif 800']);
    expect(named(800, 'image/jpeg')).toEqual(['avif 400', 'webp 400', 'avif 800', 'webp 800']);
  });

  it('are none for a mark', () => {
    expect(named(239, 'image/png')).toEqual([]);
    expect(named(240, 'image/webp')).toEqual(['avif 240']);
  });
});
