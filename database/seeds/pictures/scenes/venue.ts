import { scene } from '../scene.ts';
import { carobStore, palm, waterfront } from '../shore/south.ts';
import { at, ellipse, type Markup, radial, rect } from '../svg.ts';

/** The hall from its square, in the evening. */
export function carobHall(): Markup {
  return scene({
    name: 'carob-hall',
    distance: 0.6,
    hour: 'southSunset',
    horizon: 560,
    lightX: 0.88,
    draw: ({ hour, random }) => ({
      shore: [at({ x: 1000, y: 560 }, waterfront({ width: 500, height: 50, ink: hour.far, random }))],
      glitter: [{ x: 0.88, strength: 0.8 }],
      front: [
        radial('pool', [
          { at: 0, colour: '#FFE3A6', opacity: 0.6 },
          { at: 1, colour: '#FFE3A6', opacity: 0 },
        ]),
        rect([0, 780, 1500, 220], '#6E5A66'),
        rect([0, 772, 1500, 12], '#8B7279'),
        at(
          { x: 620, y: 778, scale: 2.35 },
          carobStore({ ...hour.mid, body: '#A98A78', side: '#6B5160', detail: '#8C7068' }),
        ),
        [208, 414, 620, 826, 1032].map((x) => ellipse([x, 812, 120, 34], 'url(#pool)')).join(''),
        at({ x: 1260, y: 786, scale: 2.5 }, palm(hour.near)),
        at({ x: 40, y: 790, scale: 2.1 }, palm(hour.near, -8)),
        at({ x: 1420, y: 792, scale: 1.9 }, palm(hour.near)),
      ],
    }),
  });
}
