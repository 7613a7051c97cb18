import type { Row, Seat, Table } from './plan.ts';

const letters = 'ABCDEFGH';

interface RowsOfSeats {
  /** Put before the row in every seat code, so that codes of two decks differ. */
  deck: string;
  from: number;
  count: number;
  /** Centres of the seats across the deck, port to starboard. */
  across: number[];
  firstY: number;
  pitch: number;
  zone: string;
  accessible?: boolean;
}

/** Rows of seats that look at the bow: `M3A` is row 3, the first seat from port, on the deck `M`. */
export function rows({ from, count, ...row }: RowsOfSeats): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const label = String(from + index);
    return { label, seats: rowSeats({ ...row, label, y: row.firstY + index * row.pitch }) };
  });
}

type OneRow = Pick<RowsOfSeats, 'deck' | 'across' | 'zone' | 'accessible'> & { label: string; y: number };

function rowSeats({ deck, across, zone, accessible, label, y }: OneRow): Seat[] {
  return across.map((x, place) => {
    const number = letters[place] ?? '';
    return { seatCode: `${deck}${label}${number}`, number, x, y, zone, ...(accessible && { accessible }) };
  });
}

interface TableSpot {
  number: number;
  /** Half of them sit to port, half to starboard. */
  places: 2 | 4 | 6;
  sale: 'seat' | 'whole';
  centreX: number;
  top: number;
  zone: string;
}

const tableWidth = 80;
const placeLength = 65;
const seatFromEdge = 30;

/** A table with its chairs along both long sides; two sit at a round one. `T3-4` is the fourth chair of table 3. */
export function table({ number, places, sale, centreX, top, zone }: TableSpot): Table {
  const label = `T${number}`;
  const perSide = places / 2;
  const height = Math.max(tableWidth, perSide * placeLength);
  const x = centreX - tableWidth / 2;
  const chairs = { left: x - seatFromEdge, right: x + tableWidth + seatFromEdge };
  const chairY = (chair: number) => top + (height / perSide) * ((chair % perSide) + 0.5);
  const seats = Array.from({ length: places }, (_, chair) => ({
    seatCode: `${label}-${chair + 1}`,
    number: String(chair + 1),
    x: chair < perSide ? chairs.left : chairs.right,
    y: Math.round(chairY(chair)),
    zone,
  }));
  const shape = places === 2 ? 'round' : 'rect';
  return { id: `table-${number}`, label, x, y: top, width: tableWidth, height, shape, sale, seats };
}
