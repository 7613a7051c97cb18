import { useId } from 'react';
import { Minus, Plus } from 'lucide-react';
import type { Area, TicketType } from '../model/layout.ts';
import { countPrice, priceOf } from '../model/prices.ts';
import { useSeats } from './seats-context.ts';

/** Tickets without a numbered place: in the areas of the plan, and on somebody's lap. */
export function Counts() {
  const id = useId();
  const { say, plan, tariff } = useSeats();
  const areas = plan.layout.decks.flatMap((deck) => deck.areas);
  const lap = tariff.ticketTypes.filter(
    ({ id, occupiesPlace }) =>
      !occupiesPlace && tariff.prices.some(({ ticketTypeId }) => ticketTypeId === id),
  );
  if (areas.length + lap.length === 0) return null;
  return (
    <section className="counts" aria-labelledby={id}>
      <h2 className="legend__title" id={id}>
        {areas.length > 0 ? say('area.title') : say('lap')}
      </h2>
      {areas.map((area) => (
        <AreaCounts key={area.id} area={area} />
      ))}
      {lap.map((ticketType) => (
        <Stepper key={ticketType.id} ticketType={ticketType} zone={null} />
      ))}
    </section>
  );
}

function AreaCounts({ area }: { area: Area }) {
  const { say, tariff } = useSeats();
  const types = tariff.ticketTypes.filter(
    ({ id, occupiesPlace }) => occupiesPlace && priceOf(tariff, { ticketTypeId: id, zone: area.zone }),
  );
  return (
    <div className="counts__area">
      <h3 className="counts__name">
        {area.name} <span className="soft small">{say('area.capacity', { count: area.capacity })}</span>
      </h3>
      {types.map((ticketType) => (
        <Stepper key={ticketType.id} ticketType={ticketType} zone={area.zone} />
      ))}
    </div>
  );
}

function Stepper({ ticketType, zone }: { ticketType: TicketType; zone: string | null }) {
  const { say, plan, tariff, money, state, actions } = useSeats();
  const { id: ticketTypeId, name, ages } = ticketType;
  const count = state.hold?.quantities[ticketTypeId] ?? 0;
  const price = priceOf(tariff, { ticketTypeId, zone }) ?? countPrice({ plan, tariff, ticketType });
  const change = (by: 1 | -1) => actions.changeCount({ ticketTypeId, by, ...(zone ? { zone } : {}) });
  return (
    <div className="counts__line">
      <span>
        {name} <span className="soft small">{ages}</span>
      </span>
      <span className="numbers soft">{price && money(price)}</span>
      <span className="stepper">
        <button
          type="button"
          className="tool"
          onClick={() => change(-1)}
          disabled={count === 0}
          aria-label={say('area.less', { name })}
        >
          <Minus size={18} aria-hidden="true" />
        </button>
        <output className="numbers">{count}</output>
        <button
          type="button"
          className="tool"
          onClick={() => change(1)}
          aria-label={say('area.more', { name })}
        >
          <Plus size={18} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
