import { type Locale, pick } from '@gangway/kit';
import {
  type Area,
  type Deck,
  deckSeats,
  type Geometry,
  type PlacedSeat,
  type Section,
  type Table,
} from './geometry.ts';

const tints = ['#BFD9EA', '#F4C7A8', '#CFE3C2', '#E2CDEB', '#F3E0A5', '#D3DAE1'] as const;
const ink = '#0B1F33';
const softInk = '#4A5B6C';
const seatRadius = 26;

/**
 * One deck as a self-contained SVG picture: the ship from above, bow up, seats tinted by zone, accessible
 * places square. `deck` is a deck's id; undefined when the plan has no such deck. Every text is escaped.
 */
export function toSvg(geometry: Geometry, { deck: id, locale }: { deck: string; locale: Locale }) {
  const deck = geometry.decks.find((one) => one.id === id);
  if (!deck) return undefined;
  const fill = zoneFill(geometry);
  return [
    opening(deck, locale),
    `<path class="outline" d="${escape(deck.outline)}" fill="#FFFFFF" stroke="${ink}" stroke-width="6"/>`,
    ...deck.areas.map((area) => areaShape(area, fill(area.zone), locale)),
    ...deck.sections.flatMap((section) => section.tables.map(tableShape)),
    ...deck.sections.flatMap((section) => section.rows.map(rowLabel)),
    ...deckSeats(deck).map((seat) => seatShape(seat, fill(seat.zone))),
    '</svg>',
  ].join('');
}

function zoneFill(geometry: Geometry) {
  const byZone = new Map(geometry.zones.map((zone) => [zone.id, tints[zone.tint - 1] ?? tints[0]]));
  return (zone: string) => byZone.get(zone) ?? tints[0];
}

function opening(deck: Deck, locale: Locale): string {
  const name = escape(pick(deck.name, locale));
  const view = `viewBox="0 0 ${deck.width} ${deck.height}" role="img" aria-label="${name}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${view} font-family="sans-serif" text-anchor="middle" fill="${ink}">`;
}

function areaShape(area: Area, fill: string, locale: Locale): string {
  const centre = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const text = `${pick(area.name, locale)} · ${area.capacity}`;
  return `<g class="area" data-area="${area.id}"><rect ${boxOf(area)} rx="20" fill="${fill}"/>${words(centre, { text, size: fitting(text, area.width) })}</g>`;
}

/** To the left of its leftmost seat. */
function rowLabel({ label, seats }: Section['rows'][number]): string {
  const [first] = [...seats].sort((left, right) => left.x - right.x);
  const at = { x: (first?.x ?? 0) - 2 * seatRadius, y: first?.y ?? 0 };
  return `<g class="row" fill="${softInk}">${words(at, { text: label, size: 20 })}</g>`;
}

function tableShape(table: Table): string {
  const centre = { x: table.x + table.width / 2, y: table.y + table.height / 2 };
  const rx = table.shape === 'round' ? table.width / 2 : 6;
  return `<g class="table" data-table="${table.id}"><rect ${boxOf(table)} rx="${rx}" fill="#EFE7DA" stroke="${ink}"/>${words(centre, { text: table.label, size: 24 })}</g>`;
}

function seatShape(seat: PlacedSeat, fill: string): string {
  const shape = seat.accessible
    ? `<rect x="${seat.x - seatRadius}" y="${seat.y - seatRadius}" width="${2 * seatRadius}" height="${2 * seatRadius}" rx="4" fill="${fill}" stroke="${ink}" stroke-width="4"/>`
    : `<circle cx="${seat.x}" cy="${seat.y}" r="${seatRadius}" fill="${fill}" stroke="${ink}"/>`;
  const name = `<title>${escape(seat.seatCode)}</title>`;
  return `<g class="seat" data-seat="${seat.seatCode}">${name}${shape}${words(seat, { text: seat.number, size: 22 })}</g>`;
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

const largestText = 36;
const letterWidth = 0.65;

/** Letters as large as the box allows; a Chinese one is as wide as high, a text of them is short. */
function fitting(text: string, width: number): number {
  return Math.min(largestText, Math.floor(width / (text.length * letterWidth)));
}

function words({ x, y }: { x: number; y: number }, { text, size }: { text: string; size: number }): string {
  return `<text x="${x}" y="${y + size / 3}" font-size="${size}">${escape(text)}</text>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
