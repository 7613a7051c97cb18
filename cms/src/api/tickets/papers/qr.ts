import { create } from 'qrcode';

/** Free modules around the code, as ISO/IEC 18004 asks. */
const quietZone = 4;

/** A QR code as one SVG path in modules; the quiet zone is part of `size`. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** Ticket codes fit version 6 with error correction M: capitals and digits take five and a half bits a sign. */
export function qrDrawing(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => Boolean(modules.get(row, column))),
  );
  return { size: modules.size + 2 * quietZone, path: rows.flatMap(rowPath).join('') };
}

/** Dark neighbours become one box, so that no seams show between them. */
function rowPath(row: readonly boolean[], index: number): string[] {
  const starts = row.flatMap((dark, column) => (dark && !row[column - 1] ? [column] : []));
  return starts.map((start) => {
    const free = row.indexOf(false, start);
    const length = (free < 0 ? row.length : free) - start;
    return `M${start + quietZone} ${index + quietZone}h${length}v1h-${length}z`;
  });
}
