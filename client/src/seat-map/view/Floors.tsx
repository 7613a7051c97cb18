import { formatMoney } from '@gangway/kit/browser';
import { fitting, floors, rowMark } from '../model/drawing.ts';
import type { Deck, Plan } from '../model/layout.ts';
import { type Tariff, zonePrice } from '../model/prices.ts';
import { useSeats } from './seats-context.ts';

interface OfDeck {
  deck: Deck;
}

/** The tinted floors of the zones with their names and prices, and the numbers of the rows. */
export function Floors({ deck }: OfDeck) {
  const { plan, tariff, locale } = useSeats();
  return (
    <g aria-hidden="true">
      {floors(deck).map(({ key, zone, x, y, width, height }) => (
        <g key={key}>
          <rect className={floorClass(plan, zone)} x={x} y={y} width={width} height={height} rx={36} />
          <text className="floor__name" x={x + width / 2} y={y + 50} fontSize={34}>
            {fitting(plan.zones.get(zone)?.name ?? '', { width: width - 40, size: 34 })}
          </text>
          <text className="floor__price" x={x + width / 2} y={y + 90} fontSize={29}>
            {priceText(tariff, zone, locale)}
          </text>
        </g>
      ))}
      {deck.sections.flatMap(({ id, rows }) =>
        rows.map(({ label, seats }) => (
          <text key={`${id}:${label}`} className="floor__row" {...rowMark(seats)} fontSize={26} dy="0.35em">
            {label}
          </text>
        )),
      )}
    </g>
  );
}

export const floorClass = (plan: Plan, zone: string): string =>
  `floor floor--${plan.zones.get(zone)?.tint ?? 1}`;

function priceText(tariff: Tariff, zone: string, locale: 'ru' | 'en' | 'zh'): string {
  const price = zonePrice(tariff, zone);
  return price ? formatMoney(price, locale) : '';
}
