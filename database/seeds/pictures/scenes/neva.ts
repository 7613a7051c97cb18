import { twoDecker } from '../afloat/ships.ts';
import { cityGlow } from '../air.ts';
import type { Ink } from '../hours.ts';
import { scene } from '../scene.ts';
import { raisedBridge } from '../shore/bridges.ts';
import { street } from '../shore/facade.ts';
import { lantern, parapet } from '../shore/foreground.ts';
import { admiralty, fortress, isaac, parkTrees, streetLamp } from '../shore/petersburg.ts';
import { at, block, type Markup, steps } from '../svg.ts';

/** A granite embankment with lamps, from `from` to `to`. */
function embankment({
  from,
  to,
  y,
  ink,
  height = 16,
}: {
  from: number;
  to: number;
  y: number;
  ink: Ink;
  height?: number;
}): Markup {
  return at(
    { x: from, y },
    block([0, to - from, height], ink.side),
    block([0, to - from, height], ink.body, `transform="translate(0 ${-height + 4}) scale(1 0.25)"`),
    steps(Math.floor((to - from) / 74), 30, 74)
      .map((x) => at({ x, y: -height, scale: 0.62 }, streetLamp(ink)))
      .join(''),
  );
}

interface Lamps {
  from: number;
  to: number;
  count: number;
  strength: number;
  colour?: string;
}

const lampLights = ({ from, to, count, strength, colour }: Lamps) =>
  steps(count, from, (to - from) / count).map((x) => ({ x: x / 1500, strength, colour, spread: 0.28 }));

/** Where the viewer stands: the parapet and a lantern. */
const quayBeside = (ink: Ink, lanternAt: number): Markup =>
  at({ x: -12, y: 990 }, parapet({ width: 1524, ink })) + at({ x: lanternAt, y: 990 }, lantern(ink));

export function nightBridges(): Markup {
  return scene({
    name: 'night-bridges',
    hour: 'night',
    horizon: 610,
    draw: ({ hour, random }) => {
      const { far, mid, near } = hour;
      return {
        shore: [
          cityGlow(745, 610),
          at({ x: 745, y: 610, scale: 0.8 }, fortress(far)),
          at({ x: 0, y: 610, scale: 1 }, street({ width: 430, height: 62, ink: far, random })),
          at({ x: 1080, y: 610, scale: 1 }, street({ width: 440, height: 58, ink: far, random })),
          embankment({ from: 0, to: 1500, y: 612, ink: mid, height: 9 }),
          at({ x: 750, y: 640, scale: 1.22 }, raisedBridge(near)),
        ],
        glitter: [
          ...lampLights({ from: 90, to: 520, count: 5, strength: 0.42, colour: near.lamp }),
          ...lampLights({ from: 1010, to: 1460, count: 5, strength: 0.42, colour: near.lamp }),
          { x: 0.49, strength: 0.5, colour: hour.ripple.bright, spread: 0.7 },
        ],
        afloat: [
          { y: 838, span: [328, 946], shape: at({ x: 640, y: 838, scale: 1.02 }, twoDecker(hour.paint)) },
        ],
        front: [quayBeside(near, 1330)],
      };
    },
  });
}

export function whiteNight(): Markup {
  return scene({
    name: 'white-night',
    hour: 'whiteNight',
    horizon: 600,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      return {
        shore: [
          at({ x: -10, y: 600 }, street({ width: 420, height: 46, ink: far, random })),
          at({ x: 1150, y: 600 }, street({ width: 380, height: 50, ink: far, random })),
          at({ x: 300, y: 600, scale: 0.9 }, parkTrees({ width: 260, height: 58, ink: far, random })),
          at({ x: 900, y: 600, scale: 1.18 }, fortress(mid)),
        ],
        glitter: [
          { x: 0.24, strength: 0.8, spread: 2.2 },
          { x: 0.57, strength: 0.5, spread: 0.8 },
        ],
        afloat: [
          { y: 800, span: [238, 796], shape: at({ x: 520, y: 800, scale: 0.92 }, twoDecker(hour.paint)) },
        ],
        front: [quayBeside(hour.near, 1392)],
      };
    },
  });
}

export function jazzDinner(): Markup {
  return scene({
    name: 'jazz-dinner',
    hour: 'dusk',
    horizon: 590,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      return {
        shore: [
          at({ x: 0, y: 590 }, street({ width: 1500, height: 50, ink: far, random })),
          at({ x: 392, y: 590, scale: 1.3 }, isaac(mid)),
          at({ x: 1010, y: 590, scale: 1.15 }, admiralty(mid)),
          at({ x: 0, y: 590 }, street({ width: 230, height: 66, ink: mid, random })),
          at({ x: 545, y: 590 }, street({ width: 150, height: 70, ink: mid, random })),
          at({ x: 1335, y: 590 }, street({ width: 200, height: 72, ink: mid, random })),
          embankment({ from: 0, to: 1500, y: 592, ink: mid, height: 10 }),
        ],
        glitter: [
          ...lampLights({ from: 60, to: 1480, count: 12, strength: 0.22, colour: mid.lamp }),
          { x: 0.7, strength: 0.9, spread: 2.4 },
        ],
        afloat: [
          { y: 818, span: [362, 1150], shape: at({ x: 760, y: 818, scale: 1.3 }, twoDecker(hour.paint)) },
        ],
      };
    },
  });
}
