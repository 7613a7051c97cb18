import { useId } from 'react';
import type { Zone } from '../model/layout.ts';
import type { Look } from '../model/words.ts';
import { zonePrice } from '../model/prices.ts';
import { SeatMark } from './SeatMark.tsx';
import { useSeats } from './seats-context.ts';

const looks: readonly Look[] = ['free', 'mine', 'reserved', 'sold'];

/** What the drawing means: each state as it is drawn, each zone with its price and what is left. */
export function Legend() {
  const id = useId();
  const { say, plan } = useSeats();
  const hasAccessible = plan.places.some(({ accessible }) => accessible);
  return (
    <section className="legend" aria-labelledby={id}>
      <h2 className="legend__title" id={id}>
        {say('zones')}
      </h2>
      <ul role="list" className="legend__zones">
        {plan.layout.zones.map((zone) => (
          <ZoneLine key={zone.id} zone={zone} />
        ))}
      </ul>
      <ul role="list" className="legend__looks small">
        {looks.map((look) => (
          <li key={look}>
            <Sample look={look} accessible={false} />
            {say(`legend.${look}`)}
          </li>
        ))}
        {hasAccessible && (
          <li>
            <Sample look="free" accessible />
            {say('legend.accessible')}
          </li>
        )}
      </ul>
    </section>
  );
}

function Sample({ look, accessible }: { look: Look; accessible: boolean }) {
  return (
    <svg className="seat" data-look={look} width={28} height={28} viewBox="-36 -36 72 72" aria-hidden="true">
      <rect className="seat__body" x={-27} y={-27} width={54} height={54} rx={13} />
      <SeatMark look={look} size={54} number="" accessible={accessible} />
    </svg>
  );
}

function ZoneLine({ zone }: { zone: Zone }) {
  const { say, plan, tariff, money, lookAt } = useSeats();
  const numbered = plan.places.filter((place) => place.zone === zone.id);
  const free = numbered
    .filter((place) => lookAt(place) === 'free')
    .reduce((sum, { seats }) => sum + seats.length, 0);
  const price = zonePrice(tariff, zone.id);
  return (
    <li className="legend__zone">
      <span className={`swatch floor--${zone.tint}`} aria-hidden="true" />
      <span className="legend__name">{zone.name}</span>
      <span className="numbers legend__price">{price && money(price)}</span>
      <span className="soft small">
        {numbered.length === 0 ? '' : free === 0 ? say('zoneFull') : say('zoneFree', { count: free })}
      </span>
    </li>
  );
}
