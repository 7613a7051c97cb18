import { describe, expect, it } from '@jest/globals';
import { focusClasses, sourceSets, type Image } from './picture-sources.ts';

const image: Image = {
  ...{ url: '/uploads/neva.jpg', width: 1200, height: 800, alt: '' },
  sources: [
    { url: '/uploads/small_neva.jpg', width: 500, height: 333 },
    { url: '/uploads/neva_500.avif', width: 500, height: 333 },
    { url: '/uploads/neva_1200.avif', width: 1200, height: 800 },
    { url: '/uploads/neva_1200.webp', width: 1200, height: 800 },
  ],
};

describe('the sources of a picture', () => {
  it('come by format, the lightest first and the format of the picture itself last', () => {
    expect(sourceSets(image)).toEqual([
      { type: 'image/avif', srcset: '/uploads/neva_500.avif 500w, /uploads/neva_1200.avif 1200w' },
      { type: 'image/webp', srcset: '/uploads/neva_1200.webp 1200w' },
      { type: 'image/jpeg', srcset: '/uploads/small_neva.jpg 500w, /uploads/neva.jpg 1200w' },
    ]);
  });

  it('are none for a picture of unknown size alone', () => {
    expect(sourceSets({ ...image, width: null, sources: [] })).toEqual([]);
  });

  it('keep what has to stay visible, in tenths and inside the frame', () => {
    expect(focusClasses({ ...image, focalPoint: { x: 0.24, y: 1.3 } })).toEqual([
      'picture--x2',
      'picture--y10',
    ]);
    expect(focusClasses(image)).toEqual([]);
  });
});
