import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { activityPictures, berthPictures, productPictures, venuePictures, vesselPictures } from './index.ts';
import { paint, wideOf } from './render.ts';

const tile = { width: 300, height: 200, gap: 8, columns: 6 };
const sheet = join(import.meta.dirname, '../../../docs/pictures/season.webp');

const drawings = [
  ...Object.values(activityPictures).map(({ draw }) => draw),
  ...Object.values(berthPictures),
  ...Object.values(vesselPictures),
  ...Object.values(venuePictures),
  ...Object.values(productPictures),
];

const place = (index: number) => ({
  left: tile.gap + (index % tile.columns) * (tile.width + tile.gap),
  top: tile.gap + Math.floor(index / tile.columns) * (tile.height + tile.gap),
});

const tiles = await Promise.all(
  drawings.map(async (draw, index) => ({
    input: await wideOf(await paint(draw()), tile.width),
    ...place(index),
  })),
);
const rows = Math.ceil(drawings.length / tile.columns);
const paper = sharp({
  create: {
    width: tile.gap + tile.columns * (tile.width + tile.gap),
    height: tile.gap + rows * (tile.height + tile.gap),
    channels: 3,
    background: '#FBFAF7',
  },
});
await writeFile(sheet, await paper.composite(tiles).webp({ quality: 68 }).toBuffer());
