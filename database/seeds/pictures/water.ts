import { canvas } from './canvas.ts';
import type { Hour } from './hours.ts';
import { noiseOf } from './noise.ts';
import { pixels } from './pixels.ts';
import { randomOf } from './random.ts';
import { ellipse, group, linear, type Markup, path, radial, rect } from './svg.ts';

interface Water {
  hour: Hour;
  horizon: number;
  name: string;
  /** What stands on the horizon, to be mirrored. */
  shore: Markup;
  /** Where light falls on the water: shares of the width, with a strength of up to 1. */
  glitter: readonly Light[];
  /** Mirrored before the ripples, so that they break it: what floats. */
  mirrored: Markup;
}

interface Light {
  x: number;
  strength: number;
  colour?: string;
  spread?: number;
}

/** Open water with the shore and the ships in it, broken by ripples that grow towards the viewer. */
export function water({ hour, horizon, name, shore, glitter, mirrored }: Water): Markup {
  const [top, middle, bottom] = hour.water;
  const random = randomOf(`${name} water`);
  const fill = linear('water', [
    { at: 0, colour: top },
    { at: 0.3, colour: middle },
    { at: 1, colour: bottom },
  ]);
  return [
    fill,
    swell(horizon),
    rect([0, horizon, canvas.width, canvas.height - horizon], 'url(#water)'),
    glitter.map((light, index) => shine({ horizon, index, bright: hour.ripple.bright, ...light })).join(''),
    inWater(mirror({ shape: shore, y: horizon, squash: 0.72, opacity: 0.5 }), mirrored),
    shimmer({ horizon, hour }),
    ripples({ random, horizon, colour: hour.ripple.dark, count: 240, opacity: 0.24 }),
    ripples({ random, horizon, colour: hour.ripple.bright, count: 170, opacity: 0.3 }),
    ...glitter.map((light) => sparkle({ random, horizon, bright: hour.ripple.bright, ...light })),
  ].join('');
}

const step = { x: 30, y: 4 };

/** Lets a mirrored shape waver: far away finely and a little, near the viewer broadly. */
function swell(horizon: number): Markup {
  const depth = canvas.height - horizon;
  const [width, height] = [(canvas.width + 120) / step.x, Math.ceil(depth / step.y)];
  const noise = noiseOf('swell', 2);
  const map = pixels({
    width,
    height,
    pixel: (x, y) => {
      const near = y / height;
      const wave = noise(x * (0.9 - 0.5 * near), 26 * Math.log(0.12 + near)) - 0.5;
      return [128 + 255 * wave * (0.3 + 0.7 * near), 128, 0, 255];
    },
  });
  const area = `x="-60" y="${horizon}" width="${canvas.width + 120}" height="${depth}"`;
  return `<filter id="swell" filterUnits="userSpaceOnUse" primitiveUnits="userSpaceOnUse" ${area} color-interpolation-filters="sRGB"><feImage href="${map}" ${area} preserveAspectRatio="none" result="wave"/><feDisplacementMap in="SourceGraphic" in2="wave" scale="64" xChannelSelector="R" yChannelSelector="G"/></filter>`;
}

const inWater = (...shapes: Markup[]): Markup => group('filter="url(#swell)"', ...shapes);

/** The shape upside down under `y`, pressed together and faint. */
export function mirror(of: { shape: Markup; y: number; squash: number; opacity: number }): Markup {
  const { shape, y, squash, opacity } = of;
  const turned = `translate(0 ${(y * (1 + squash)).toFixed(1)}) scale(1 -${squash})`;
  return group(`transform="${turned}" opacity="${opacity}"`, shape);
}

/** The far water takes on the light of the sky, so that the shore seems to lie behind it. */
function shimmer({ horizon, hour }: { horizon: number; hour: Hour }): Markup {
  const colour = hour.ripple.bright;
  const fade = linear('shimmer', [
    { at: 0, colour, opacity: hour.stars ? 0.14 : 0.3 },
    { at: 0.25, colour, opacity: hour.stars ? 0.05 : 0.1 },
    { at: 1, colour, opacity: 0 },
  ]);
  return fade + rect([0, horizon, canvas.width, 170], 'url(#shimmer)');
}

interface Ripples {
  random: () => number;
  horizon: number;
  colour: string;
  count: number;
  opacity: number;
}

/** Thin lenses of light and dark: short and fine far away, long and broad near the viewer. */
function ripples({ random, horizon, colour, count, opacity }: Ripples): Markup {
  const depth = canvas.height - horizon;
  const lenses = Array.from({ length: count }, () => {
    const near = random() ** 1.5;
    const length = 16 + near * 250 * (0.3 + random());
    const x = random() * (canvas.width + 300) - 200;
    return lens({ x, y: horizon + 4 + near * depth, length, height: 1.1 + near * 5.5 * random() });
  });
  return path(lenses.join(''), colour, `opacity="${opacity}"`);
}

interface Lens {
  x: number;
  y: number;
  length: number;
  height: number;
}

const one = (value: number) => Math.round(value * 10) / 10;

function lens({ x, y, length, height }: Lens): Markup {
  const half = one(length / 2);
  return `M${one(x)} ${one(y)}q${half} ${one(-height)} ${one(length)} 0q${-half} ${one(height)} ${-one(length)} 0z`;
}

interface Sparkle extends Light {
  random: () => number;
  horizon: number;
  bright: string;
}

/** The path of a light on the water: dense in its middle, torn at its edges. */
function sparkle({ random, horizon, bright, x, strength, colour = bright, spread = 1 }: Sparkle): Markup {
  const depth = canvas.height - horizon;
  const lenses = Array.from({ length: Math.round(190 * strength) }, () => {
    const near = random() ** 1.4;
    const away = (random() + random() + random() - 1.5) * (44 + near * 150) * spread;
    const length = (12 + random() * 70 * (0.25 + near)) * (0.6 + 0.4 * spread);
    const y = horizon + 3 + near * depth * 0.94;
    return lens({ x: x * canvas.width + away - length / 2, y, length, height: 2 + near * 5 });
  });
  return path(lenses.join(''), colour, 'opacity="0.66"');
}

interface Shine extends Light {
  horizon: number;
  index: number;
  bright: string;
}

/** The soft light below the sparks. */
function shine({ horizon, index, bright, x, strength, colour = bright, spread = 1 }: Shine): Markup {
  const depth = canvas.height - horizon;
  const id = `shine${index}`;
  const fade = radial(id, [
    { at: 0, colour, opacity: 0.42 * Math.min(1, strength) },
    { at: 1, colour, opacity: 0 },
  ]);
  return (
    fade +
    ellipse([x * canvas.width, horizon + depth * 0.3, (50 + 120 * spread) * 1.2, depth * 0.62], `url(#${id})`)
  );
}

interface Wake {
  hour: Hour;
  name: string;
  y: number;
  /** Stern and bow on the water. */
  span: readonly [stern: number, bow: number];
}

/** What a hull does to the water: a shadow, foam along it, a trail behind it, and its lamps by night. */
export function wake({ hour, name, y, span: [stern, bow] }: Wake): Markup {
  const random = randomOf(`${name} wake ${y}`);
  const length = Math.abs(bow - stern);
  const ahead = Math.sign(bow - stern);
  const foam = Array.from({ length: 46 }, () => {
    const share = random() ** 0.8 * 1.5;
    const size = length * (0.03 + 0.09 * random());
    const x = bow - ahead * share * length - size / 2;
    return lens({
      x,
      y: y + 3 + random() * length * 0.035 * (0.4 + share),
      length: size,
      height: 2 + random() * 3.4,
    });
  });
  const shadow = ellipse(
    [(stern + bow) / 2, y + length * 0.012, length * 0.53, length * 0.026],
    hour.ripple.dark,
    'opacity="0.5"',
  );
  return shadow + path(foam.join(''), hour.ripple.bright, `opacity="${hour.stars ? 0.5 : 0.75}"`);
}

/** The lamps of a ship on the water around it. */
export function lampPool({ hour, y, span: [stern, bow] }: Wake): Markup {
  const { lamp } = hour.paint;
  if (!lamp) return '';
  const id = `pool${Math.round(y)}`;
  const strength = hour.stars ? 0.5 : 0.3;
  const length = Math.abs(bow - stern);
  const fade = radial(id, [
    { at: 0, colour: lamp, opacity: strength },
    { at: 0.5, colour: lamp, opacity: strength * 0.35 },
    { at: 1, colour: lamp, opacity: 0 },
  ]);
  return fade + ellipse([(stern + bow) / 2, y - 10, length * 0.72, length * 0.28], `url(#${id})`);
}
