import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId } from 'react';
import { areaCentre, chairTurn, fitting, pitch, seatSize, viewBox } from '../model/drawing.ts';
import type { Area, Deck, Place, Section, Table } from '../model/layout.ts';
import { neighbour, rowEnds } from '../model/neighbours.ts';
import { floorClass, Floors } from './Floors.tsx';
import { Hull } from './Hull.tsx';
import { SeatShape } from './SeatShape.tsx';
import { type Seats, useSeats } from './seats-context.ts';
import { TableTop, WholeTable } from './TableShape.tsx';

interface DeckPlan {
  deck: Deck;
  scale: number;
  /** The place that the Tab key leads to. */
  stop: string | undefined;
  onStop: (place: Place) => void;
  /** The place under the pointer or the focus. */
  onLook: (place: Place | undefined) => void;
  onZoom: (by: number) => void;
  onPick: (place: Place) => void;
}

/** One deck from above. */
export function DeckPlan({ deck, scale, stop, onStop, onLook, onZoom, onPick }: DeckPlan) {
  const { plan, say } = useSeats();
  const id = useId().replaceAll(':', '');
  const box = viewBox(deck);
  const placeAt = (target: EventTarget) =>
    plan.byId.get((target as Element).closest('[data-place]')?.getAttribute('data-place') ?? '');
  const pick = ({ target }: MouseEvent) => {
    const place = placeAt(target);
    if (!place) return;
    onStop(place);
    onPick(place);
  };
  return (
    <svg
      className="plan"
      width={box.width * scale}
      height={box.height * scale}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-label={say('map.label', { deck: deck.name })}
      onClick={pick}
      onPointerOver={({ target, pointerType }: PointerEvent) =>
        pointerType === 'mouse' && onLook(placeAt(target))
      }
      onPointerLeave={() => onLook(undefined)}
      onFocus={({ target }) => {
        const place = placeAt(target);
        if (place) onStop(place);
        if (target.matches(':focus-visible')) onLook(place);
      }}
      onBlur={() => onLook(undefined)}
      onKeyDown={(event) =>
        keyDown(event, { place: placeAt(event.target), places: ofDeck(plan.places, deck), onZoom, onPick })
      }
    >
      <Patterns deck={deck} id={id} />
      <Hull deck={deck} id={id} />
      <g clipPath={`url(#${id}-hull)`}>
        <Floors deck={deck} />
      </g>
      {deck.areas.map((area) => (
        <AreaFloor key={area.id} area={area} />
      ))}
      {deck.sections.map((section) => (
        <SectionSeats key={section.id} section={section} deck={deck} stop={stop} />
      ))}
    </svg>
  );
}

const ofDeck = (places: readonly Place[], { id }: Deck) => places.filter(({ deck }) => deck === id);

const directions = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;

type Pressed = Pick<DeckPlan, 'onZoom' | 'onPick'> & { place: Place | undefined; places: readonly Place[] };

/** Arrows walk over the drawing, Enter and Space take, plus and minus change the size. */
function keyDown(event: KeyboardEvent, { place, places, onZoom, onPick }: Pressed): void {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const work = workOf(key, { place, places, onZoom, onPick, svg: event.currentTarget });
  if (!work) return;
  event.preventDefault();
  work();
}

function workOf(key: string, { place, places, onZoom, onPick, svg }: Pressed & { svg: Element }) {
  if (key === '+' || key === '=') return () => onZoom(1.25);
  if (key === '-') return () => onZoom(0.8);
  if (!place) return undefined;
  if (key === 'Enter' || key === ' ') return () => onPick(place);
  const next = nextPlace(key, place, places);
  return next && (() => focusPlace(svg, next));
}

function nextPlace(key: string, from: Place, places: readonly Place[]): Place | undefined {
  const direction = directions[key as keyof typeof directions];
  if (direction) return neighbour(places, { from, direction }) ?? from;
  if (key === 'Home') return rowEnds(places, from).first;
  return key === 'End' ? rowEnds(places, from).last : undefined;
}

export const focusPlace = (svg: Element, { id }: Place): void =>
  svg.querySelector<SVGElement>(`[data-place="${CSS.escape(id)}"]`)?.focus();

function Patterns({ deck, id }: { deck: Deck; id: string }) {
  return (
    <defs>
      <clipPath id={`${id}-hull`}>
        <path d={deck.outline} />
      </clipPath>
    </defs>
  );
}

function AreaFloor({ area }: { area: Area }) {
  const { plan, say } = useSeats();
  const { x, y } = areaCentre(area);
  return (
    <g className="area" aria-hidden="true">
      <rect
        className={floorClass(plan, area.zone)}
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        rx={30}
      />
      <text className="floor__name" x={x} y={y - 8} fontSize={36}>
        {fitting(area.name, { width: area.width - 40, size: 36 })}
      </text>
      <text className="floor__price" x={x} y={y + 36} fontSize={28}>
        {fitting(say('area.capacity', { count: area.capacity }), { width: area.width - 40, size: 28 })}
      </text>
    </g>
  );
}

interface InSection {
  section: Section;
  deck: Deck;
  stop: string | undefined;
}

function SectionSeats({ section, deck, stop }: InSection) {
  const seats = useSeats();
  const size = seatSize(deck);
  const cell = Math.max(size, pitch(deck));
  const single = (seat: Section['rows'][number]['seats'][number], table?: Table) => {
    const place = seats.plan.byId.get(seat.seatCode);
    if (!place) return null;
    const turn = table ? chairTurn(seat, table) : 0;
    return <SeatShape key={place.id} {...{ seat, size, cell, turn }} {...shown(place, seats, stop)} />;
  };
  return (
    <>
      {section.rows.flatMap((row) => row.seats.map((seat) => single(seat)))}
      {section.tables.map((table) => {
        const whole = seats.plan.byId.get(`table:${deck.id}:${table.id}`);
        if (whole) return <WholeTable key={whole.id} {...{ table, size }} {...shown(whole, seats, stop)} />;
        return (
          <g key={table.id}>
            <TableTop table={table} />
            {table.seats.map((seat) => single(seat, table))}
          </g>
        );
      })}
    </>
  );
}

const shown = (place: Place, { lookAt, isBusy, spoken }: Seats, stop: string | undefined) => ({
  ...{ id: place.id, look: lookAt(place), busy: isBusy(place) },
  ...{ name: spoken(place), isStop: place.id === stop },
});
