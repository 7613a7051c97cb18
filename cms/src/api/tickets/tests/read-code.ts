import jsQR from 'jsqr';
import sharp from 'sharp';
import type { PdfPage } from './read-pdf.ts';

/** What a scanner reads from a picture; undefined when it finds no code. */
export async function codeOfPicture(png: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(Uint8ClampedArray.from(data), info.width, info.height)?.data;
}

const pixels = 4;

/** Fewer are no code but a frame or a line. */
const fewestBoxes = 100;

/** What a scanner reads from the boxes of a PDF page, printed on white. */
export function codeOfPage({ code }: PdfPage): string | undefined {
  if (code.length < fewestBoxes) return undefined;
  const size = (Math.max(...code.map(({ x, width }) => x + width)) + 4) * pixels;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const { x, y, width } of code)
    for (let row = y * pixels; row < (y + 1) * pixels; row += 1)
      for (let column = x * pixels; column < (x + width) * pixels; column += 1)
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  return jsQR(data, size, size)?.data;
}
