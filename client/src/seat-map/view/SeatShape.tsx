import { memo } from 'react';
import type { Seat } from '../model/layout.ts';
import type { Look } from '../model/words.ts';
import { SeatMark } from './SeatMark.tsx';

interface Chair {
  seat: Seat;
  look: Look;
  size: number;
  turn: number;
}

/** A chair from above: it looks away from its back. */
export function Chair({ seat, look, size, turn }: Chair) {
  const half = size / 2;
  return (
    <>
      <g transform={turn ? `rotate(${turn})` : undefined}>
        <rect className="seat__body" x={-half} y={-half} width={size} height={size} rx={size * 0.24} />
        <path
          className="seat__back"
          d={`M ${-half * 0.72} ${half * 0.98} Q 0 ${half * 1.28} ${half * 0.72} ${half * 0.98}`}
        />
      </g>
      <SeatMark look={look} size={size} number={seat.number} accessible={seat.accessible} />
    </>
  );
}

export interface Shown {
  id: string;
  look: Look;
  busy: boolean;
  name: string;
  /** The one place of the plan that the Tab key leads to. */
  isStop: boolean;
}

/** The checkbox that a place is to the keyboard and to screen readers. */
export const checkbox = ({ id, look, busy, name, isStop }: Shown) => ({
  role: 'checkbox',
  'aria-checked': look === 'mine',
  'aria-disabled': look !== 'free' && look !== 'mine' ? true : undefined,
  'aria-busy': busy || undefined,
  'aria-label': name,
  tabIndex: isStop ? 0 : -1,
  'data-place': id,
  'data-look': look,
  'data-busy': busy || undefined,
});

interface SeatShape extends Shown {
  seat: Seat;
  size: number;
  cell: number;
  turn: number;
}

export const SeatShape = memo(function SeatShape({ seat, size, cell, turn, ...shown }: SeatShape) {
  return (
    <g className="seat" transform={`translate(${seat.x} ${seat.y})`} {...checkbox(shown)}>
      <rect className="seat__target" x={-cell / 2} y={-cell / 2} width={cell} height={cell} />
      <rect
        className="seat__ring"
        x={-size * 0.66}
        y={-size * 0.66}
        width={size * 1.32}
        height={size * 1.32}
        rx={size * 0.34}
      />
      <Chair seat={seat} look={shown.look} size={size} turn={turn} />
    </g>
  );
});
