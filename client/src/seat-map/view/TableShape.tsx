import { memo } from 'react';
import { chairTurn } from '../model/drawing.ts';
import type { Table } from '../model/layout.ts';
import { Chair, checkbox, type Shown } from './SeatShape.tsx';

/** The top of a table; chairs are drawn on top of its edge. */
export function TableTop({ table }: { table: Table }) {
  const { x, y, width, height, shape, label } = table;
  return (
    <g className="table" transform={`translate(${x + width / 2} ${y + height / 2})`}>
      <rect
        className="table__top"
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={shape === 'round' ? Math.min(width, height) / 2 : 16}
      />
      <text className="table__label" fontSize={26} dy="0.35em">
        {label}
      </text>
    </g>
  );
}

interface WholeTable extends Shown {
  table: Table;
  size: number;
}

/** A table that is sold whole is one checkbox with all its chairs. */
export const WholeTable = memo(function WholeTable({ table, size, ...shown }: WholeTable) {
  const xs = table.seats.map(({ x }) => x);
  const ys = table.seats.map(({ y }) => y);
  const pad = size * 0.62;
  const box = {
    x: Math.min(...xs, table.x) - pad,
    y: Math.min(...ys, table.y) - pad,
    right: Math.max(...xs, table.x + table.width) + pad,
    bottom: Math.max(...ys, table.y + table.height) + pad,
  };
  const frame = { x: box.x, y: box.y, width: box.right - box.x, height: box.bottom - box.y };
  return (
    <g className="seat seat--table" {...checkbox(shown)}>
      <rect className="seat__target" {...frame} />
      <rect className="seat__together" {...frame} rx={size * 0.5} />
      <rect className="seat__ring" {...frame} rx={size * 0.5} />
      <TableTop table={table} />
      {table.seats.map((seat) => (
        <g key={seat.seatCode} transform={`translate(${seat.x} ${seat.y})`}>
          <Chair seat={seat} look={shown.look} size={size} turn={chairTurn(seat, table)} />
        </g>
      ))}
    </g>
  );
});
