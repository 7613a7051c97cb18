import type { Translate } from '@gangway/client/words';
import type { SeatLayout } from '../api/shapes.ts';

interface Seated {
  layout: SeatLayout | undefined;
  seatCode: string;
  t: Translate;
}

/** `Главная палуба · ряд 1 · место A`; a seat that the plan does not know keeps its code. */
export function seatWords({ layout, seatCode, t }: Seated): string {
  for (const deck of layout?.decks ?? []) {
    const place = deck.sections.flatMap(linesOf).find(({ seats }) => seats.has(seatCode));
    if (!place) continue;
    const { name, label } = place;
    const section = deck.sections.length > 1 ? [place.section] : [];
    return [
      ...[deck.name, ...section, t(`checkout:seat.${name}`, { label })],
      t('checkout:seat.seat', { label: place.seats.get(seatCode) }),
    ].join(' · ');
  }
  return t('checkout:seat.seat', { label: seatCode });
}

type Section = SeatLayout['decks'][number]['sections'][number];

const linesOf = ({ name: section, rows, tables }: Section) => [
  ...rows.map(({ label, seats }) => ({ section, name: 'row' as const, label, seats: numbers(seats) })),
  ...tables.map(({ label, seats }) => ({ section, name: 'table' as const, label, seats: numbers(seats) })),
];

const numbers = (seats: { seatCode: string; number: string }[]) =>
  new Map(seats.map(({ seatCode, number }) => [seatCode, number]));
