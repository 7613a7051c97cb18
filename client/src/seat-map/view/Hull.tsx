import { fitting, water } from '../model/drawing.ts';
import type { Deck } from '../model/layout.ts';
import { useSeats } from './seats-context.ts';

/** Rings of water around the hull, from the outside in: each is a stroke as wide as its distance from the hull. */
const ripples = [150, 96];

/** The vessel without anybody on board, bow up. */
export function Hull({ deck, id }: { deck: Deck; id: string }) {
  const { say } = useSeats();
  const { outline, width, height } = deck;
  return (
    <g aria-hidden="true">
      {ripples.map((wide) => (
        <g key={wide}>
          <path className="hull__ripple" d={outline} strokeWidth={wide + 5} />
          <path className="hull__water" d={outline} strokeWidth={wide} />
        </g>
      ))}
      <path className="hull__deck" d={outline} />
      <path className="hull__rail" d={outline} clipPath={`url(#${id}-hull)`} />
      <path className="hull__edge" d={outline} />
      <text className="hull__end" x={width / 2} y={-water * 0.52} fontSize={28}>
        ▲ {fitting(say('map.bow'), { width: 200, size: 28 })}
      </text>
      <text className="hull__end" x={width / 2} y={height + water * 0.68} fontSize={28}>
        {fitting(say('map.stern'), { width: 200, size: 28 })}
      </text>
    </g>
  );
}
