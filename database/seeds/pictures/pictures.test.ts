import sharp from 'sharp';
import { season } from '../season/index.ts';
import {
  activityPictures,
  berthPictures,
  marks,
  productPictures,
  venuePictures,
  vesselPictures,
} from './index.ts';
import { randomOf } from './random.ts';
import { paint, squareOf, wideOf } from './render.ts';

const slugs = (records: { slug: string }[]) => records.map(({ slug }) => slug).toSorted();

describe('the pictures of the season', () => {
  it.each([
    ['activity', season.activities, activityPictures],
    ['berth', season.berths, berthPictures],
    ['vessel', season.vessels, vesselPictures],
    ['venue', season.venues, venuePictures],
    ['product', season.products, productPictures],
  ])('show every %s and nothing else', (_kind, records, drawn) => {
    expect(Object.keys(drawn).toSorted()).toEqual(slugs(records));
  });

  it('are drawn the same every time', () => {
    for (const { draw } of Object.values(activityPictures)) expect(draw()).toBe(draw());
    for (const draw of Object.values({ ...berthPictures, ...marks })) expect(draw()).toBe(draw());
  });

  it('hold no shape that went wrong', () => {
    const all = [...Object.values(activityPictures).map(({ draw }) => draw), ...Object.values(berthPictures)];
    for (const draw of all) expect(draw()).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('come as 3:2 and as a square', async () => {
    const painting = await paint(activityPictures['night-bridges']!.draw());
    const wide = await sharp(await wideOf(painting)).metadata();
    const square = await sharp(await squareOf(painting, 0.5)).metadata();
    expect([wide.format, wide.width, wide.height]).toEqual(['webp', 1500, 1000]);
    expect([square.format, square.width, square.height]).toEqual(['webp', 1000, 1000]);
  });
});

describe('numbers by name', () => {
  it('repeat for the same name, differ for another and stay between 0 and 1', () => {
    const first = Array.from({ length: 50 }, randomOf('water'));
    expect(Array.from({ length: 50 }, randomOf('water'))).toEqual(first);
    expect(Array.from({ length: 50 }, randomOf('sky'))).not.toEqual(first);
    expect(first.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(0.5);
  });
});
