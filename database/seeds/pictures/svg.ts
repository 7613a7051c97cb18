/** SVG by hand: every function returns markup. Shapes stand on y = 0 and grow upwards, so y is negative. */
export type Markup = string;
export type Point = readonly [x: number, y: number];

const round = (value: number) => Math.round(value * 10) / 10;

export type Box = readonly [x: number, y: number, width: number, height: number];

export function rect([x, y, width, height]: Box, fill: string, more = ''): Markup {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${more}/>`;
}

/** A block that stands on the ground; `x` is its left side. */
export function block(
  [x, width, height]: readonly [x: number, width: number, height: number],
  fill: string,
  more = '',
): Markup {
  return rect([x, -height, width, height], fill, more);
}

/** A block that stands on another one: it reaches from `from` up to `to`. */
export function tier(x: number, width: number, [from, to]: readonly [number, number], fill: string): Markup {
  return rect([x, -to, width, to - from], fill);
}

export function path(d: string, fill: string, more = ''): Markup {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function polygon(points: readonly Point[], fill: string, more = ''): Markup {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${list}" fill="${fill}" ${more}/>`;
}

export function circle(
  [x, y, radius]: readonly [x: number, y: number, radius: number],
  fill: string,
  more = '',
): Markup {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${more}/>`;
}

export function ellipse(
  [x, y, rx, ry]: readonly [x: number, y: number, rx: number, ry: number],
  fill: string,
  more = '',
): Markup {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`;
}

export function line(points: readonly Point[], colour: string, width: number, more = ''): Markup {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polyline points="${list}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`;
}

/** Many short horizontal strokes as one path: ripples, courses of stone, deck planks. */
export function dashes(
  strokes: readonly { x: number; y: number; length: number }[],
  colour: string,
  more: string,
): Markup {
  const d = strokes.map(({ x, y, length }) => `M${round(x)} ${round(y)}h${round(length)}`).join('');
  return `<path d="${d}" fill="none" stroke="${colour}" ${more}/>`;
}

interface Placing {
  x: number;
  y: number;
  scale?: number;
  /** Looks the other way. */
  flip?: boolean;
  turn?: number;
}

export function at({ x, y, scale = 1, flip = false, turn = 0 }: Placing, ...parts: Markup[]): Markup {
  const turned = turn ? ` rotate(${turn})` : '';
  const size = `scale(${flip ? -scale : scale} ${scale})`;
  return `<g transform="translate(${round(x)} ${round(y)})${turned} ${size}">${parts.join('')}</g>`;
}

export function group(more: string, ...parts: Markup[]): Markup {
  return `<g ${more}>${parts.join('')}</g>`;
}

interface Stop {
  at: number;
  colour: string;
  opacity?: number;
}

const stops = (list: readonly Stop[]) =>
  list
    .map(
      (stop) => `<stop offset="${stop.at}" stop-color="${stop.colour}" stop-opacity="${stop.opacity ?? 1}"/>`,
    )
    .join('');

export function linear(id: string, list: readonly Stop[], direction = 'x1="0" y1="0" x2="0" y2="1"'): Markup {
  return `<linearGradient id="${id}" ${direction}>${stops(list)}</linearGradient>`;
}

export function radial(id: string, list: readonly Stop[]): Markup {
  return `<radialGradient id="${id}">${stops(list)}</radialGradient>`;
}

/** Numbers from `from` in equal steps. */
export function steps(count: number, from: number, pitch: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index * pitch);
}

export function repeat(count: number, draw: (index: number) => Markup): Markup {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** Horizontal stripes with sharp edges, from `top` down: the fill of a hull. Each stripe ends at its `to`. */
export function stripes(id: string, top: number, list: readonly { to: number; colour: string }[]): Markup {
  const height = (list.at(-1)?.to ?? top) - top;
  const edges = list.flatMap(({ to, colour }, index) => [
    { at: ((list[index - 1]?.to ?? top) - top) / height, colour },
    { at: (to - top) / height, colour },
  ]);
  return linear(id, edges, `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top}" y2="${top + height}"`);
}
