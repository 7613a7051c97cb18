import type { Locale } from '@gangway/kit';
import { seats } from '../../seating/domain/geometry.ts';
import type { Deck, Geometry, PlacedSeat } from '../../seating/domain/geometry.ts';
import type { PaperField } from './paper.ts';
import { words } from './paper-words.ts';

interface Seated {
  geometry: Geometry | undefined;
  seatCode: string | null;
  zone: string | null;
  locale: Locale;
}

/**
 * The way to a seat: deck, row or table, seat. Without a numbered seat free seating, with the zone if it has a name; a
 * seat that the plan no longer knows keeps its code.
 */
export function seatWords({ geometry, seatCode, zone, locale }: Seated): PaperField[] {
  if (seatCode === null) return freeSeating({ geometry, zone, locale });
  const seat = geometry && seats(geometry).find((known) => known.seatCode === seatCode);
  if (!geometry || !seat) return [{ label: words.seat[locale], value: seatCode }];
  return numberedSeat({ geometry, seat, locale });
}

function freeSeating({ geometry, zone, locale }: Omit<Seated, 'seatCode'>): PaperField[] {
  const named = zone ? geometry?.zones.find(({ id }) => id === zone)?.name[locale] : undefined;
  const value = named ? `${words.freeSeating[locale]} · ${named}` : words.freeSeating[locale];
  return [{ label: words.seat[locale], value }];
}

interface Numbered {
  geometry: Geometry;
  seat: PlacedSeat;
  locale: Locale;
}

function numberedSeat({ geometry, seat, locale }: Numbered): PaperField[] {
  const deck = geometry.decks.find(({ id }) => id === seat.deck);
  const line = seat.row ?? seat.table ?? '';
  const field = (name: 'deck' | 'row' | 'table' | 'seat' | 'section', value: string) => ({
    label: words[name][locale],
    value,
  });
  return [
    ...(deck ? [field('deck', deck.name[locale])] : []),
    ...sectionOf({ deck, seat, locale }).map((name) => field('section', name)),
    field(seat.row === undefined ? 'table' : 'row', line),
    field('seat', seat.number),
  ];
}

/** Named only where a deck has several. */
function sectionOf({ deck, seat, locale }: Pick<Numbered, 'seat' | 'locale'> & { deck: Deck | undefined }) {
  if (!deck || deck.sections.length < 2) return [];
  return deck.sections.filter(({ id }) => id === seat.section).map(({ name }) => name[locale]);
}
