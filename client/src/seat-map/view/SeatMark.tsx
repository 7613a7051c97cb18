import type { ReactNode } from 'react';
import type { Look } from '../model/words.ts';

interface Mark {
  look: Look;
  size: number;
  number: string;
  accessible: boolean;
}

/** What stands on a seat, so that its state can be told without its colour. */
export function SeatMark({ look, size, number, accessible }: Mark): ReactNode {
  const at = size * 0.24;
  if (look === 'mine')
    return (
      <path
        className="seat__tick"
        d={`M ${-at} 0 L ${-at * 0.25} ${at * 0.75} L ${at * 1.05} ${-at * 0.8}`}
      />
    );
  if (look === 'sold')
    return <path className="seat__cross" d={`M ${-at} ${-at} L ${at} ${at} M ${at} ${-at} L ${-at} ${at}`} />;
  if (look === 'reserved') return <path className="seat__hatch" d={hatch(size)} />;
  if (accessible) return <Wheelchair size={size} />;
  return (
    <text className="seat__number" fontSize={size * 0.46} dy="0.35em">
      {look === 'unknown' ? '?' : number}
    </text>
  );
}

/** Slanting lines that end at the sides of the seat. */
const hatch = (size: number): string => {
  const half = size * 0.4;
  const lines = [
    [-half, 0, 0, -half],
    [-half, half, half, -half],
    [0, half, half, 0],
  ];
  return lines.map(([x, y, toX, toY]) => `M ${x} ${y} L ${toX} ${toY}`).join(' ');
};

/** Lucide's `accessibility`, drawn around the origin. */
const Wheelchair = ({ size }: { size: number }) => (
  <g className="seat__wheelchair" transform={`scale(${size / 36}) translate(-12 -12)`}>
    <circle cx="16" cy="4" r="1" />
    <path d="m18 19 1-7-6 1M5 8l3-3 5.5 3-2.36 3.5M4.24 14.5a5 5 0 0 0 6.88 6M13.76 17.5a5 5 0 0 0-6.88-6" />
  </g>
);
