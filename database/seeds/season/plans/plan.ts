import type { Localized } from '../records.ts';

/** The drawing of a vessel as the back office stores it: centimetres, bow up, x to starboard, y aft. */
export interface Geometry {
  zones: { id: string; name: Localized; tint: number }[];
  decks: Deck[];
}

export interface Deck {
  id: string;
  name: Localized;
  width: number;
  height: number;
  outline: string;
  sections: Section[];
  areas: Area[];
}

export interface Section {
  id: string;
  name: Localized;
  rows: Row[];
  tables: Table[];
}

export interface Row {
  label: string;
  seats: Seat[];
}

export interface Seat {
  seatCode: string;
  number: string;
  x: number;
  y: number;
  zone: string;
  accessible?: boolean;
}

export interface Table extends Box {
  id: string;
  label: string;
  shape: 'round' | 'rect';
  sale: 'seat' | 'whole';
  seats: Seat[];
}

export interface Area extends Box {
  id: string;
  name: Localized;
  zone: string;
  capacity: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlanRecord {
  slug: string;
  name: Localized;
  geometry: Geometry;
}

/** Every numbered place of a plan. */
export function seatsOf({ decks }: Geometry): Seat[] {
  const holders = decks.flatMap(({ sections }) =>
    sections.flatMap(({ rows, tables }) => [...rows, ...tables]),
  );
  return holders.flatMap(({ seats }) => seats);
}

/** Numbered places and what the areas hold. */
export function placesOf(geometry: Geometry): number {
  const open = geometry.decks.flatMap(({ areas }) => areas).reduce((sum, { capacity }) => sum + capacity, 0);
  return seatsOf(geometry).length + open;
}
