import { toSvg } from '../../../api/seating/domain/deck-drawing.ts';
import { geometryProblems } from '../../../api/seating/domain/geometry-problems.ts';
import {
  areas,
  capacity,
  deckSeats,
  geometrySchema,
  seats,
  zones,
  type Deck,
  type Geometry,
} from '../../../api/seating/domain/geometry.ts';
import type { Locale } from '../../words/language.ts';

/** The tints of zones 1 to 6, as the drawing has them. */
export const zoneTints = ['#BFD9EA', '#F4C7A8', '#CFE3C2', '#E2CDEB', '#F3E0A5', '#D3DAE1'];

export type DrawnDeck = { id: string; name: string; picture: string; places: number };
export type ZoneLegend = { id: string; name: string; tint: string; places: number };

/** What the form shows of a plan: each deck as a picture, what it holds, what is wrong with it. */
export type Plan = {
  decks: DrawnDeck[];
  zones: ZoneLegend[];
  places: number;
  accessible: number;
  problems: string[];
};

/** The value as the form holds it: an object, or the text of one. */
export function readPlanValue(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

export const planText = (value: unknown): string => (value ? JSON.stringify(value, null, 2) : '');

/** Null when there is nothing that could be drawn; a plan with problems is drawn as long as its shape is right. */
export function readPlan(value: unknown, locale: Locale): Plan | null {
  const parsed = geometrySchema.safeParse(value);
  if (!parsed.success) return null;
  const geometry = parsed.data;
  return {
    decks: geometry.decks.map((deck) => drawnDeck(geometry, deck, locale)),
    zones: zones(geometry).map((zone) => ({
      id: zone.id,
      name: zone.name[locale],
      tint: zoneTints[zone.tint - 1] ?? '',
      places: zone.capacity,
    })),
    places: capacity(geometry),
    accessible: seats(geometry).filter((seat) => seat.accessible).length,
    problems: planProblems(value, locale),
  };
}

export const planProblems = (value: unknown, locale: Locale): string[] =>
  geometryProblems(value).map(({ message }) => message[locale]);

function drawnDeck(geometry: Geometry, deck: Deck, locale: Locale): DrawnDeck {
  const svg = toSvg(geometry, { deck: deck.id, locale }) ?? '';
  const open = areas({ ...geometry, decks: [deck] }).reduce((total, area) => total + area.capacity, 0);
  return {
    id: deck.id,
    name: deck.name[locale],
    // A picture and not markup: whatever stands in the plan cannot run in the panel.
    picture: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
    places: deckSeats(deck).length + open,
  };
}
