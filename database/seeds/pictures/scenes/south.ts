import { catamaran, racer } from '../afloat/ships.ts';
import { scene } from '../scene.ts';
import { buoy, gulls } from '../shore/gulf.ts';
import { cape, carobStore, castle, mole, palm, waterfront, whiteCliffs } from '../shore/south.ts';
import { at, circle, ellipse, group, type Markup, radial, rect, repeat } from '../svg.ts';

export function sunsetSail(): Markup {
  return scene({
    name: 'sunset-sail',
    hour: 'southSunset',
    horizon: 640,
    lightX: 0.66,
    draw: ({ hour }) => ({
      shore: [
        at({ x: -30, y: 640 }, cape({ width: 900, height: 96, ink: hour.far })),
        at({ x: -60, y: 642 }, cape({ width: 560, height: 190, ink: hour.mid })),
      ],
      glitter: [{ x: 0.66, strength: 2, spread: 1.5 }],
      afloat: [
        {
          y: 700,
          span: [1350, 1290],
          shape: at({ x: 1320, y: 700, scale: 0.5, flip: true }, racer(hour.paint)),
        },
        { y: 850, span: [520, 1084], shape: at({ x: 800, y: 850, scale: 1.32 }, catamaran(hour.paint)) },
      ],
      front: [
        gulls({
          colour: '#6A4A55',
          spots: [
            [300, 260, 0.9],
            [380, 210, 0.7],
          ],
        }),
      ],
    }),
  });
}

export function clubRegatta(): Markup {
  return scene({
    name: 'club-regatta',
    hour: 'southNoon',
    horizon: 590,
    draw: ({ hour }) => {
      const { far, mid, near, paint } = hour;
      const yacht = (x: number, y: number, scale: number, sail?: string) => ({
        y,
        span: [x - 58 * scale, x + 62 * scale] as const,
        shape: at({ x, y, scale }, racer(paint, sail)),
      });
      return {
        shore: [
          at({ x: 1500, y: 590, flip: true }, cape({ width: 860, height: 90, ink: far })),
          at({ x: -40, y: 592 }, whiteCliffs({ width: 760, height: 210, ink: mid, green: near.detail })),
        ],
        glitter: [{ x: 0.62, strength: 1.2, spread: 3.4 }],
        afloat: [
          yacht(1130, 640, 0.62, '#F0B64A'),
          yacht(1290, 652, 0.72),
          yacht(420, 690, 1.15, '#2A6FA8'),
          yacht(1010, 740, 1.7, '#C8401B'),
          yacht(640, 850, 2.5, '#F6E7C9'),
          { y: 880, shape: at({ x: 1270, y: 880, scale: 1.7 }, buoy('#E2552B', '#FFF4DA')) },
        ],
        front: [
          gulls({
            colour: '#FFFFFF',
            spots: [
              [900, 200, 1.1],
              [980, 260, 0.8],
            ],
          }),
        ],
      };
    },
  });
}

export function listeningSession(): Markup {
  return scene({
    name: 'listening-session',
    hour: 'southNight',
    horizon: 640,
    lightX: 0.76,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      const lights = [0.13, 0.19, 0.25, 0.31, 0.37];
      return {
        shore: [
          nebula(random),
          at({ x: 0, y: 640 }, waterfront({ width: 1500, height: 54, ink: far, random })),
          at({ x: 800, y: 640, scale: 1.1 }, castle(mid)),
          at({ x: 375, y: 642, scale: 1.6 }, carobStore(mid)),
          at({ x: 742, y: 642, scale: 1.15 }, palm(mid)),
          at({ x: 62, y: 642, scale: 1.3 }, palm(mid, -8)),
          at({ x: 930, y: 642, scale: 0.9 }, palm(mid)),
          rect([0, 634, 1100, 8], mid.body),
          at({ x: 1390, y: 644, scale: 1.1 }, mole(mid, '#8E8DB2')),
        ],
        glitter: [
          ...lights.map((x) => ({ x, strength: 0.5, colour: mid.lamp, spread: 0.4 })),
          { x: 0.76, strength: 0.9, spread: 0.8 },
        ],
        afloat: [
          { y: 730, span: [1079, 1181], shape: at({ x: 1130, y: 730, scale: 0.85 }, racer(hour.paint)) },
        ],
      };
    },
  });
}

/** The cloud that gave the club its name. */
function nebula(random: () => number): Markup {
  const glow = (id: string, colour: string) =>
    radial(id, [
      { at: 0, colour, opacity: 0.55 },
      { at: 0.5, colour, opacity: 0.2 },
      { at: 1, colour, opacity: 0 },
    ]);
  return [
    glow('rose', '#D96E8A'),
    glow('teal', '#5FB3C9'),
    glow('cream', '#FFE9C9'),
    group(
      'transform="rotate(-24 620 250)"',
      ellipse([560, 250, 420, 90], 'url(#teal)'),
      ellipse([690, 236, 330, 80], 'url(#rose)'),
      ellipse([640, 250, 150, 46], 'url(#cream)'),
      ellipse([500, 280, 260, 50], 'url(#rose)'),
    ),
    repeat(40, () =>
      circle(
        [420 + random() * 420, 120 + random() * 240, 0.8 + random() * 1.8],
        '#FFF4E0',
        `opacity="${(0.4 + random() * 0.6).toFixed(2)}"`,
      ),
    ),
  ].join('');
}
