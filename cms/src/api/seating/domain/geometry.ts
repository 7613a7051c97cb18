import { localizedText, z } from '@gangway/kit';

/**
 * The drawing of a vessel or hall. One unit is one centimetre; the origin is the top left corner of the deck,
 * x goes to starboard, y goes aft (the bow is up). Seats are points (their centre), tables and areas are boxes
 * by their top left corner (a round table by the corner of its square). Row labels, seat numbers and seat codes
 * are shown as they are in every language, so they hold digits and Latin letters only.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const label = z.string().regex(/^[0-9A-Za-z-]{1,8}$/);
const centimetres = z.number().min(0).max(100_000);
const size = z.number().positive().max(100_000);

export const seatSchema = z.strictObject({
  seatCode: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,23}$/),
  number: label,
  x: centimetres,
  y: centimetres,
  zone: id,
  accessible: z.boolean().optional(),
});

const rowSchema = z.strictObject({ label, seats: z.array(seatSchema).min(1) });

const box = { x: centimetres, y: centimetres, width: size, height: size };

/** `whole` tables are sold as one, `seat` tables seat by seat. */
const tableSchema = z.strictObject({
  id,
  label,
  ...box,
  shape: z.enum(['round', 'rect']),
  sale: z.enum(['seat', 'whole']),
  seats: z.array(seatSchema).min(1),
});

const sectionSchema = z.strictObject({
  id,
  name: localizedText,
  rows: z.array(rowSchema),
  tables: z.array(tableSchema),
});

/** A part of a deck without numbered places. */
const areaSchema = z.strictObject({
  id,
  name: localizedText,
  zone: id,
  capacity: z.int().min(1).max(100_000),
  ...box,
});

/** `outline` is an SVG path of absolute M, L, H, V, Q, C and Z within `width` × `height`. */
export const deckSchema = z.strictObject({
  id,
  name: localizedText,
  width: size,
  height: size,
  outline: z.string().max(4000),
  sections: z.array(sectionSchema),
  areas: z.array(areaSchema),
});

/** Seats of a zone share a price and one of six tints. */
const zoneSchema = z.strictObject({ id, name: localizedText, tint: z.int().min(1).max(6) });

export const geometrySchema = z.strictObject({
  zones: z.array(zoneSchema).min(1),
  decks: z.array(deckSchema).min(1),
});

export type Geometry = z.infer<typeof geometrySchema>;
export type Deck = Geometry['decks'][number];
export type Area = Deck['areas'][number];
export type Section = Deck['sections'][number];
export type Table = Section['tables'][number];
export type Seat = z.infer<typeof seatSchema>;
export type Zone = Geometry['zones'][number];

/** A numbered place with the way to it: `row` or `table` is set, never both. */
export type PlacedSeat = Seat & { deck: string; section: string; row?: string; table?: string };

/** Every numbered place, in the order it is drawn. */
export function seats(geometry: Geometry): PlacedSeat[] {
  return geometry.decks.flatMap((deck) => deckSeats(deck));
}

export function deckSeats(deck: Deck): PlacedSeat[] {
  return deck.sections.flatMap((section) => {
    const way = { deck: deck.id, section: section.id };
    return [
      ...section.rows.flatMap((row) => row.seats.map((seat) => ({ ...seat, ...way, row: row.label }))),
      ...section.tables.flatMap((table) =>
        table.seats.map((seat) => ({ ...seat, ...way, table: table.label })),
      ),
    ];
  });
}

export function areas(geometry: Geometry): Area[] {
  return geometry.decks.flatMap((deck) => deck.areas);
}

/** Numbered places plus what the areas hold. */
export function capacity(geometry: Geometry): number {
  return areas(geometry).reduce((total, area) => total + area.capacity, seats(geometry).length);
}

/** Each zone with the places it holds, in the plan's order. */
export function zones(geometry: Geometry): (Zone & { capacity: number })[] {
  const places = zonePlaces(geometry);
  return geometry.zones.map((zone) => ({ ...zone, capacity: places.get(zone.id) ?? 0 }));
}

function zonePlaces({ decks }: Geometry): Map<string, number> {
  const places = new Map<string, number>();
  const add = (zone: string, more: number) => places.set(zone, (places.get(zone) ?? 0) + more);
  for (const { zone, capacity: held } of decks.flatMap((deck) => deck.areas)) add(zone, held);
  const groups = decks.flatMap(({ sections }) =>
    sections.flatMap(({ rows, tables }) => [...rows, ...tables]),
  );
  for (const { seats: numbered } of groups) for (const { zone } of numbered) add(zone, 1);
  return places;
}
