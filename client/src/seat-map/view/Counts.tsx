import { useId } from 'react';
import { Minus, Plus } from 'lucide-react';
import type { Area, TicketType } from '../model/layout.ts';
import { countIn, countPrice, priceOf } from '../model/prices.ts';
import { useSeats } from './seats-context.ts';

/**
 * Tickets without a numbered place: in the areas of the plan, and on somebody's lap. Beside what is chosen, not below it:
 * the next press has to meet the button that the last one met.
 */
export function Counts() {
  const id = useId();
  const { say, plan, tariff } = useSeats();
  const areas = [
    ...Map.groupBy(
      plan.layout.decks.flatMap((deck) => deck.areas),
      ({ zone }) => zone,
    ),
  ];
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
      <div className="counts__areas">
        {areas.map(([zone, own]) => (
          <AreaCounts key={zone} zone={zone} areas={own} />
        ))}
        {lap.length > 0 && (
          <div className="counts__area">
            {lap.map((ticketType) => (
              <Stepper key={ticketType.id} ticketType={ticketType} zone={null} called={ticketType.name} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** Areas of one zone are sold as one. */
function AreaCounts({ zone, areas }: { zone: string; areas: readonly Area[] }) {
  const { say, tariff } = useSeats();
  const name = areas.map((area) => area.name).join(', ');
  const count = areas.reduce((sum, { capacity }) => sum + capacity, 0);
  const types = tariff.ticketTypes.filter(
    ({ id, occupiesPlace }) => occupiesPlace && priceOf(tariff, { ticketTypeId: id, zone }),
  );
  return (
    <div className="counts__area">
      <h3 className="counts__name">
        {name} <span className="soft small">{say('area.capacity', { count })}</span>
      </h3>
      {types.map((ticketType) => (
        <Stepper
          key={ticketType.id}
          ticketType={ticketType}
          zone={zone}
          called={`${ticketType.name}, ${name}`}
        />
      ))}
    </div>
  );
}

interface Step {
  ticketType: TicketType;
  zone: string | null;
  /** What the buttons speak of. */
  called: string;
}

function Stepper({ ticketType, zone, called }: Step) {
  const { say, plan, tariff, money, state, actions } = useSeats();
  const { id: ticketTypeId, name, ages } = ticketType;
  const count = countIn(state.hold, { ticketTypeId, zone });
  const price = countPrice({ plan, tariff, ticketType, zone });
  const change = (by: 1 | -1) => actions.changeCount({ ticketTypeId, by, ...(zone ? { zone } : {}) });
  return (
    <div className="counts__line">
      <span>
        {name} <span className="soft small counts__ages">{ages}</span>
      </span>
      <span className="numbers soft">{price && money(price)}</span>
      <span className="stepper">
        <button
          type="button"
          className="tool"
          onClick={() => change(-1)}
          disabled={count === 0}
          aria-label={say('area.less', { name: called })}
        >
          <Minus size={18} aria-hidden="true" />
        </button>
        <output className="numbers">{count}</output>
        <button
          type="button"
          className="tool"
          onClick={() => change(1)}
          aria-label={say('area.more', { name: called })}
        >
          <Plus size={18} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
