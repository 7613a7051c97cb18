import { create } from 'qrcode';

/** Free modules around the code, as ISO/IEC 18004 asks. */
const quietZone = 4;

/** A QR code as one SVG path in modules; the quiet zone is part of `size`. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from({ length: modules.size ** 2 }, (_, index) => index);
  const dark = cells.filter((index) => modules.get(Math.floor(index / modules.size), index % modules.size));
  const path = dark.map(
    (index) =>
      `M${(index % modules.size) + quietZone} ${Math.floor(index / modules.size) + quietZone}h1v1h-1z`,
  );
  return { size: modules.size + 2 * quietZone, path: path.join('') };
}
