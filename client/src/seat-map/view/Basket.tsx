import { ArrowRight, ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useState, useId } from 'react';
import { timeOf } from '../../format/dates.ts';
import { secondsUntil } from '../live/server-time.ts';
import type { Place } from '../model/layout.ts';
import { placeName } from '../model/names.ts';
import { type CountLine, priceOf, type Sum, sumOf, typeOf, typesFor } from '../model/prices.ts';
import { useSeats } from './seats-context.ts';
import { mostPlaces } from './use-seat-map.ts';

/** What is chosen, what it costs, until when it is held, and the way on. */
export function Basket() {
  const id = useId();
  const { say, plan, tariff, state, money, actions } = useSeats();
  const [isOpen, setOpen] = useState(false);
  const sum = sumOf({ plan, tariff, hold: state.hold, types: state.types });
  const count = countOf(sum);
  return (
    <section className="basket" aria-labelledby={id} data-open={isOpen || undefined}>
      <div className="basket__head">
        <h2 className="legend__title" id={id}>
          {say('basket.title')}
        </h2>
        {count > 0 && (
          <button
            type="button"
            className="tool basket__fold"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'basket.hide' : 'basket.show')}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? (
              <ChevronDown size={20} aria-hidden="true" />
            ) : (
              <ChevronUp size={20} aria-hidden="true" />
            )}
          </button>
        )}
      </div>
      {count === 0 ? <p className="soft basket__empty">{say('basket.empty')}</p> : <Lines sum={sum} />}
      {sum.seats.length >= mostPlaces && <p className="small soft">{say('basket.limit')}</p>}
      <div className="basket__foot">
        <p className="basket__sum">
          <span className="soft small">
            {count > 0 ? say('basket.count', { count }) : say('basket.total')}
          </span>
          <strong className="numbers">{money(sum.total)}</strong>
        </p>
        <button
          type="button"
          className="button button--signal basket__go"
          disabled={count === 0}
          onClick={actions.proceed}
        >
          {say('basket.go')}
          <ArrowRight size={18} aria-hidden="true" />
        </button>
      </div>
      {state.hold && <Timer expiresAt={state.hold.expiresAt} />}
      <p className="soft small basket__fees">{say('basket.fees')}</p>
    </section>
  );
}

const countOf = ({ seats, counts }: Sum): number =>
  seats.length + counts.reduce((sum, { quantity }) => sum + quantity, 0);

function Lines({ sum }: { sum: Sum }) {
  const { plan } = useSeats();
  const places = [...new Set(sum.seats.flatMap(({ seatCode }) => plan.bySeat.get(seatCode) ?? []))];
  return (
    <ul role="list" className="basket__lines">
      {places.map((place) => (
        <PlaceLine key={place.id} place={place} sum={sum} />
      ))}
      {sum.counts.map((line) => (
        <TicketsLine key={`${line.ticketType.id} ${line.zone}`} line={line} />
      ))}
    </ul>
  );
}

function TicketsLine({ line: { ticketType, zone, quantity, price } }: { line: CountLine }) {
  const { plan, money } = useSeats();
  const known = zone === null ? undefined : plan.zones.get(zone);
  return (
    <li className="basket__line">
      <span className="basket__place">
        {known && <span className={`swatch floor--${known.tint}`} aria-hidden="true" />}
        <span>
          {ticketType.name} × {quantity}{' '}
          {known && <span className="soft small basket__zone">{known.name}</span>}
        </span>
      </span>
      <span className="numbers basket__price">
        {price && money({ ...price, amount: price.amount * quantity })}
      </span>
    </li>
  );
}

function PlaceLine({ place, sum }: { place: Place; sum: Sum }) {
  const { say, plan, money, actions, isBusy, tariff } = useSeats();
  const codes = place.seats.map(({ seatCode }) => seatCode);
  const lines = sum.seats.filter(({ seatCode }) => codes.includes(seatCode));
  const amount = lines.reduce((total, { price }) => total + (price?.amount ?? 0), 0);
  const name = placeName(place, say);
  return (
    <li className="basket__line" data-busy={isBusy(place) || undefined}>
      <span className="basket__place">
        <span className={`swatch floor--${plan.zones.get(place.zone)?.tint ?? 1}`} aria-hidden="true" />
        {name}
      </span>
      <span className="numbers basket__price">{money({ amount, currency: tariff.currency })}</span>
      <button
        type="button"
        className="tool basket__remove"
        onClick={() => actions.letGo(codes)}
        aria-label={say('basket.remove', { place: name })}
      >
        <X size={18} aria-hidden="true" />
      </button>
      <span className="basket__types">
        {lines.map(({ seatCode }) => (
          <TicketSelect key={seatCode} seatCode={seatCode} place={place} />
        ))}
      </span>
    </li>
  );
}

function TicketSelect({ seatCode, place }: { seatCode: string; place: Place }) {
  const { say, tariff, state, actions, money, plan } = useSeats();
  const { zone } = place;
  const offered = typesFor(tariff, zone);
  const number = plan.seats.get(seatCode)?.number;
  const name =
    place.kind === 'table' ? say('place.chair', { table: place.table, seat: number }) : placeName(place, say);
  if (offered.length < 2) return null;
  return (
    <select
      className="select basket__select"
      aria-label={say('basket.type', { place: name })}
      value={typeOf(tariff, { seatCode, zone, types: state.types })?.id}
      onChange={({ target }) => actions.chooseTicket([seatCode], target.value)}
    >
      {offered.map(({ id, name: type, ages }) => {
        const price = priceOf(tariff, { ticketTypeId: id, zone });
        return (
          <option key={id} value={id}>
            {[type, ages, price && money(price)].filter(Boolean).join(' · ')}
          </option>
        );
      })}
    </select>
  );
}

/** By the house's clock: a phone that goes wrong shows the same minutes. */
function Timer({ expiresAt }: { expiresAt: string }) {
  const { say, time, locale, zone } = useSeats();
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const tick = () => setLeft(secondsUntil(time, expiresAt));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [time, expiresAt]);
  const parts = { minutes: Math.floor((left ?? 0) / 60), seconds: String((left ?? 0) % 60).padStart(2, '0') };
  return (
    <p className="basket__timer small numbers" data-soon={(left !== undefined && left < 120) || undefined}>
      {say('basket.held', { time: timeOf({ at: expiresAt, zone, locale }) })}
      {left !== undefined && <span className="soft"> · {say('basket.left', parts)}</span>}
    </p>
  );
}
