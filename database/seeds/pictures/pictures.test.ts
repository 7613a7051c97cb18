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
import { noiseOf } from './noise.ts';
import { pixels } from './pixels.ts';
import { randomOf } from './random.ts';
import { paint, wideOf } from './render.ts';

/** Drawings are long, and what is encoded in them may spell anything. */
const wrongIn = (svg: string) =>
  /.{40}(NaN|undefined|Infinity|\[object)/.exec(svg.replaceAll(/base64,[^"]+/g, ''))?.[0] ?? null;

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
    for (const { draw } of Object.values(activityPictures)) expect(draw() === draw()).toBe(true);
    for (const draw of Object.values({ ...berthPictures, ...marks })) expect(draw() === draw()).toBe(true);
  });

  it('hold no shape that went wrong', () => {
    const all = [...Object.values(activityPictures).map(({ draw }) => draw), ...Object.values(berthPictures)];
    for (const draw of all) expect(wrongIn(draw())).toBeNull();
  });

  it('come as 3:2', async () => {
    const painting = await paint(activityPictures['night-bridges']!.draw());
    const wide = await sharp(await wideOf(painting)).metadata();
    expect([wide.format, wide.width, wide.height]).toEqual(['webp', 1500, 1000]);
  });
});

describe('the water', () => {
  const rows = async (draw: () => string) => {
    const { data, width } = await paint(draw());
    const brightness = (y: number) => {
      const row = data.subarray(y * width * 3, (y + 1) * width * 3);
      return row.reduce((sum, part) => sum + part, 0) / row.length;
    };
    return { above: brightness(596), below: brightness(640), near: brightness(960) };
  };

  it('takes on the light of the hour: bright under a dawn, dark by night, darker towards the viewer', async () => {
    const dawn = await rows(activityPictures['oreshek-and-ladoga']!.draw);
    const night = await rows(activityPictures['listening-session']!.draw);
    expect(dawn.below).toBeGreaterThan(night.below * 2);
    expect(dawn.near).toBeLessThan(dawn.below);
    expect(night.near).toBeLessThan(night.below);
  });
});

describe('noise', () => {
  const plane = (name: string) => {
    const noise = noiseOf(name, 3);
    return Array.from({ length: 400 }, (_, at) => noise((at % 20) * 0.31, Math.floor(at / 20) * 0.31));
  };

  it('repeats for the same name, differs for another, is smooth and stays between 0 and 1', () => {
    const heights = plane('sky');
    expect(plane('sky')).toEqual(heights);
    expect(plane('sea')).not.toEqual(heights);
    expect(heights.every((height) => height >= 0 && height <= 1)).toBe(true);
    const noise = noiseOf('sky', 1);
    expect(Math.abs(noise(3.5, 2) - noise(3.501, 2))).toBeLessThan(0.01);
  });
});

describe('small rasters', () => {
  it('are pictures of the colours they were given', async () => {
    const address = pixels({ width: 3, height: 2, pixel: (x, y) => [x * 100, y * 100, 7, 255] });
    const png = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([3, 2, 4]);
    expect([...data.subarray(0, 4), ...data.subarray(20)]).toEqual([0, 0, 7, 255, 200, 100, 7, 255]);
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
