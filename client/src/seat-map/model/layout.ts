import type { Money } from '@gangway/kit/browser';

/** A seat: its centre in centimetres from the top left corner of its deck, bow up. */
export interface Seat {
  seatCode: string;
  number: string;
  x: number;
  y: number;
  zone: string;
  accessible: boolean;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Row {
  label: string;
  seats: Seat[];
}

export interface Table extends Box {
  id: string;
  label: string;
  shape: 'round' | 'rect';
  /** A table that is sold `whole`: any of its seats means all of them. */
  sale: 'seat' | 'whole';
  seats: Seat[];
}

export interface Section {
  id: string;
  name: string;
  rows: Row[];
  tables: Table[];
}

/** A part of a deck without numbered places. */
export interface Area extends Box {
  id: string;
  name: string;
  zone: string;
  capacity: number;
}

export interface Deck {
  id: string;
  name: string;
  width: number;
  height: number;
  outline: string;
  sections: Section[];
  areas: Area[];
}

export interface Zone {
  id: string;
  name: string;
  tint: number;
  capacity: number;
}

/** `data` of `GET /api/events/:id/seat-layout`. */
export interface Layout {
  zones: Zone[];
  decks: Deck[];
}

/** Of `GET /api/events/:id/ticket-types`, in the order in which they are offered. */
export interface TicketType {
  id: string;
  name: string;
  ages: string | null;
  occupiesPlace: boolean;
}

/** Of `GET /api/events/:id/prices`: `total` has the fees on it. */
export interface Price {
  ticketTypeId: string;
  zone: string | null;
  total: Money;
}

/** What is taken with one click: a seat, or a table that is sold whole. */
export interface Place {
  id: string;
  kind: 'seat' | 'table';
  seats: readonly Seat[];
  deck: string;
  section: string;
  row?: string;
  table?: string;
  zone: string;
  accessible: boolean;
  x: number;
  y: number;
}

/** The layout with the ways through it that everything else needs. */
export interface Plan {
  layout: Layout;
  places: readonly Place[];
  byId: ReadonlyMap<string, Place>;
  bySeat: ReadonlyMap<string, Place>;
  seats: ReadonlyMap<string, Seat>;
  zones: ReadonlyMap<string, Zone>;
}

export function planOf(layout: Layout): Plan {
  const places = layout.decks.flatMap(placesOf);
  return {
    ...{ layout, places },
    byId: new Map(places.map((place) => [place.id, place])),
    bySeat: new Map(places.flatMap((place) => place.seats.map(({ seatCode }) => [seatCode, place] as const))),
    seats: new Map(places.flatMap(({ seats }) => seats.map((seat) => [seat.seatCode, seat] as const))),
    zones: new Map(layout.zones.map((zone) => [zone.id, zone])),
  };
}

function placesOf(deck: Deck): Place[] {
  return deck.sections.flatMap((section) => {
    const way = { deck: deck.id, section: section.id };
    return [
      ...section.rows.flatMap(({ label, seats }) =>
        seats.map((seat) => seatPlace(seat, { ...way, row: label })),
      ),
      ...section.tables.flatMap((table) => tablePlaces(table, { ...way, table: table.label })),
    ];
  });
}

type Way = Pick<Place, 'deck' | 'section' | 'row' | 'table'>;

const seatPlace = (seat: Seat, way: Way): Place => ({
  ...{ id: seat.seatCode, kind: 'seat', seats: [seat], ...way },
  ...{ zone: seat.zone, accessible: seat.accessible, x: seat.x, y: seat.y },
});

function tablePlaces(table: Table, way: Way): Place[] {
  if (table.sale === 'seat') return table.seats.map((seat) => seatPlace(seat, way));
  const { x, y, width, height, seats } = table;
  return [
    {
      ...{ id: `table:${way.deck}:${table.id}`, kind: 'table', seats, ...way },
      zone: seats[0]?.zone ?? '',
      accessible: seats.every(({ accessible }) => accessible),
      ...{ x: x + width / 2, y: y + height / 2 },
    },
  ];
}
