import { create } from 'qrcode';

/** Free modules around the code, as ISO/IEC 18004 asks. */
const quietZone = 4;

/** A QR code as one SVG path in modules; the quiet zone is part of `size`. */
export interface QrDrawing {
  size: number;
  path: string;
}

interface Box {
  x: number;
  y: number;
  width: number;
}

/** Ticket codes fit version 6 with error correction M: capitals and digits take five and a half bits a sign. */
export function qrDrawing(text: string): QrDrawing {
  const { size, boxes } = qrBoxes(text);
  return { size, path: boxes.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('') };
}

/** The same path in the middle of a square on a page, in points. */
export function qrPath(text: string, square: { x: number; y: number; width: number }): string {
  const { size, boxes } = qrBoxes(text);
  // Hundredths of a point: what stands in a PDF is written out in full.
  const module = Math.floor((square.width / size) * 100) / 100;
  const free = (square.width - size * module) / 2;
  const at = (start: number, modules: number) => (start + free + modules * module).toFixed(2);
  return boxes
    .map(({ x, y, width }) => {
      const across = (width * module).toFixed(2);
      return `M${at(square.x, x)} ${at(square.y, y)}h${across}v${module}h-${across}z`;
    })
    .join('');
}

function qrBoxes(text: string): { size: number; boxes: Box[] } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => Boolean(modules.get(row, column))),
  );
  return { size: modules.size + 2 * quietZone, boxes: rows.flatMap(rowBoxes) };
}

/** Dark neighbours become one box, so that no seams show between them. */
function rowBoxes(row: readonly boolean[], y: number): Box[] {
  const starts = row.flatMap((dark, column) => (dark && !row[column - 1] ? [column] : []));
  return starts.map((start) => {
    const free = row.indexOf(false, start);
    const width = (free < 0 ? row.length : free) - start;
    return { x: start + quietZone, y: y + quietZone, width };
  });
}
