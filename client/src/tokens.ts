/** A colour of the palette in its light and its dark dress, `#rrggbb`. */
export interface Token {
  name: string;
  light: string;
  dark: string;
}

/** The colours of `tokens.css`; those with transparency are no ground and no ink, and left out. */
export const tokensIn = (css: string): Token[] =>
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(
    ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
  );

/** From 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** What stands on what, and the least contrast that can be read (WCAG 1.4.3) or seen (1.4.11). */
export interface Pair {
  ink: string;
  ground: string;
  least: 4.5 | 3;
}

const sheets = ['paper', 'surface', 'surface-sunken'];
const tints = ['water-tint', 'good-tint', 'warn-tint', 'bad-tint'];
const zones = ['zone-1', 'zone-2', 'zone-3', 'zone-4', 'zone-5', 'zone-6'];

const on = (ink: string, grounds: string[], least: Pair['least']): Pair[] =>
  grounds.map((ground) => ({ ink, ground, least }));

/** Every pair that a page may draw. One that is not here is not used. */
export const pairs: readonly Pair[] = [
  ...on('ink', [...sheets, ...tints, ...zones], 4.5),
  ...on('ink-soft', [...sheets, ...tints, ...zones], 4.5),
  ...on('water', [...sheets, 'water-tint', ...zones], 4.5),
  ...on('good', [...sheets, 'good-tint'], 4.5),
  ...on('warn', [...sheets, 'warn-tint'], 4.5),
  ...on('bad', [...sheets, 'bad-tint'], 4.5),
  ...on('on-signal', ['signal', 'signal-deep'], 4.5),
  ...on('signal', [...sheets, ...zones], 3),
  ...on('line-strong', [...sheets, ...zones], 3),
];
