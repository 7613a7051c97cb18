import type { PointerEvent } from 'react';
import { floors, viewBox } from '../model/drawing.ts';
import type { Deck } from '../model/layout.ts';
import { floorClass } from './Floors.tsx';
import { useSeats } from './seats-context.ts';
import type { Window } from './use-box.ts';

interface MiniMap {
  deck: Deck;
  seen: Window;
  onGo: (point: { x: number; y: number }) => void;
}

/** Pixels. */
const tall = 168;

/** The whole deck in a corner, with the part that is in the box. A help for the eye and the mouse only. */
export function MiniMap({ deck, seen, onGo }: MiniMap) {
  const { plan, state } = useSeats();
  const { x, y, width, height } = viewBox(deck);
  if (seen.width > 0.98 && seen.height > 0.98) return null;
  const go = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const frame = currentTarget.getBoundingClientRect();
    onGo({
      x: x + ((clientX - frame.left) / frame.width) * width,
      y: y + ((clientY - frame.top) / frame.height) * height,
    });
  };
  const own = (state.hold?.seats ?? []).flatMap((code) => plan.seats.get(code) ?? []);
  const here = own.filter(({ seatCode }) => plan.bySeat.get(seatCode)?.deck === deck.id);
  return (
    <svg
      className="minimap"
      viewBox={`${x} ${y} ${width} ${height}`}
      height={tall}
      width={(tall * width) / height}
      aria-hidden="true"
      onPointerDown={go}
    >
      <path className="hull__deck" d={deck.outline} />
      {floors(deck).map(({ key, zone, ...floor }) => (
        <rect key={key} className={floorClass(plan, zone)} {...floor} rx={30} />
      ))}
      <path className="minimap__edge" d={deck.outline} />
      {here.map(({ seatCode, x: left, y: top }) => (
        <circle key={seatCode} className="minimap__own" cx={left} cy={top} r={55} />
      ))}
      <rect
        className="minimap__seen"
        x={x + seen.left * width}
        y={y + seen.top * height}
        width={seen.width * width}
        height={seen.height * height}
        rx={30}
      />
    </svg>
  );
}
