import { type Locale, pick } from '@gangway/kit';
import type { Deck, Geometry, Seat, Section } from '../../seating/domain/geometry.ts';
import type { SeatLayout } from '../contract/seat-layout.ts';
import type { Departure } from './departure.ts';
import { zoneViews } from './price-list.ts';

type LayoutView = SeatLayout['data'];
type DeckView = LayoutView['decks'][number];

/** The plan in one language. */
export function seatLayout(departure: Departure, locale: Locale): LayoutView {
  const decks = (departure.plan as Geometry | undefined)?.decks ?? [];
  return {
    eventId: departure.id,
    seating: departure.event.seating,
    zones: zoneViews(departure, locale),
    decks: decks.map((deck) => deckView(deck, locale)),
  };
}

function deckView({ id, name, width, height, outline, sections, areas }: Deck, locale: Locale): DeckView {
  return {
    ...{ id, name: pick(name, locale), width, height, outline },
    sections: sections.map((section) => sectionView(section, locale)),
    areas: areas.map((area) => ({ ...area, name: pick(area.name, locale) })),
  };
}

function sectionView({ id, name, rows, tables }: Section, locale: Locale): DeckView['sections'][number] {
  return {
    ...{ id, name: pick(name, locale) },
    rows: rows.map(({ label, seats }) => ({ label, seats: seats.map(seatView) })),
    tables: tables.map((table) => ({ ...table, seats: table.seats.map(seatView) })),
  };
}

function seatView(seat: Seat) {
  return { ...seat, accessible: seat.accessible ?? false };
}
