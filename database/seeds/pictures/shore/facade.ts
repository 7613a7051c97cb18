import type { Ink } from '../hours.ts';
import { block, type Markup, path, polygon, rect, repeat } from '../svg.ts';

interface Windows {
  x: number;
  y: number;
  count: number;
  pitch: number;
  width: number;
  height: number;
  ink: Ink;
  /** When there is light, each so-manyth window is lit. */
  every?: number;
}

/** A row of windows; `y` is its upper edge. */
export function windows({ x, y, count, pitch, width, height, ink, every = 2 }: Windows): Markup {
  return repeat(count, (index) => {
    const lit = ink.lamp && (index * 7 + Math.round(-y)) % (every * 2 + 1) < 2;
    return rect([x + index * pitch, y, width, height], lit ? (ink.lamp ?? ink.detail) : ink.detail);
  });
}

interface Street {
  width: number;
  height: number;
  ink: Ink;
  random: () => number;
  /** Other tones for single houses, so that a near row does not look like a wall. */
  tones?: readonly string[];
  floors?: number;
}

/** A closed row of town houses along an embankment, from x = 0 to the right. */
export function street({
  width,
  height,
  ink,
  random,
  tones = [ink.body, ink.side],
  floors = 3,
}: Street): Markup {
  const houses: Markup[] = [];
  for (let x = 0; x < width;) {
    const wide = Math.min(70 + random() * 80, width - x);
    const tone = tones[Math.floor(random() * tones.length)] ?? ink.body;
    houses.push(
      house({ x, wide, high: height * (0.78 + random() * 0.3), tone, ink, floors, roof: random() }),
    );
    x += wide;
  }
  return houses.join('');
}

interface House {
  x: number;
  wide: number;
  high: number;
  tone: string;
  ink: Ink;
  floors: number;
  roof: number;
}

function house({ x, wide, high, tone, ink, floors, roof }: House): Markup {
  const floor = high / (floors + 0.5);
  const pitch = floor * 0.62;
  const count = Math.max(1, Math.floor((wide - 12) / pitch));
  const margin = (wide - (count - 1) * pitch - floor * 0.24) / 2;
  const size = { count, pitch, width: floor * 0.24, ink };
  return [
    block([x, wide, high], tone),
    rect([x, -high, wide, high * 0.05], ink.detail),
    repeat(floors, (index) =>
      windows({ ...size, x: x + margin, y: -high + floor * (0.36 + index), height: floor * 0.5, every: 2 }),
    ),
    roofOf({ x, wide, high, kind: roof, ink }),
  ].join('');
}

function roofOf({
  x,
  wide,
  high,
  kind,
  ink,
}: {
  x: number;
  wide: number;
  high: number;
  kind: number;
  ink: Ink;
}): Markup {
  const chimney = rect([x + wide * (0.2 + kind * 0.5), -high * 1.16, wide * 0.06 + 3, high * 0.16], ink.side);
  if (kind < 0.4)
    return (
      chimney +
      polygon(
        [
          [x, -high],
          [x + wide * 0.1, -high * 1.08],
          [x + wide * 0.9, -high * 1.08],
          [x + wide, -high],
        ],
        ink.side,
      )
    );
  if (kind < 0.7)
    return (
      chimney + path(`M${x + wide * 0.3} ${-high}h${wide * 0.4}l${-wide * 0.2} ${-high * 0.13}z`, ink.side)
    );
  return chimney;
}
