import { canalBoat } from '../afloat/ships.ts';
import { scene } from '../scene.ts';
import { stoneBridge } from '../shore/bridges.ts';
import { street } from '../shore/facade.ts';
import { lantern, parapet } from '../shore/foreground.ts';
import { graniteWall } from '../shore/quay.ts';
import { isaac, nicholasTower, streetLamp } from '../shore/petersburg.ts';
import { at, type Markup, steps } from '../svg.ts';

const plaster = ['#E3C58C', '#D9A98B', '#C7CFB4', '#E9DCC0', '#CBB9A4', '#B9C6CB'];

export function canalsByDay(): Markup {
  return scene({
    name: 'canals-by-day',
    distance: 0.25,
    hour: 'noon',
    horizon: 640,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      const stone = { ...mid, body: '#B9A99B', side: '#8E8078', detail: '#CDBFB2' };
      return {
        shore: [
          at({ x: 330, y: 640, scale: 1.75 }, isaac(far)),
          at({ x: 1240, y: 640, scale: 1.5 }, nicholasTower({ ...far, gilt: mid.gilt })),
          at(
            { x: -20, y: 604 },
            street({
              width: 740,
              height: 250,
              ink: { ...mid, detail: '#8F7F6E' },
              random,
              tones: plaster,
              floors: 4,
            }),
          ),
          at(
            { x: 820, y: 604 },
            street({
              width: 720,
              height: 220,
              ink: { ...mid, detail: '#8F7F6E' },
              random,
              tones: plaster,
              floors: 4,
            }),
          ),
          at({ x: 0, y: 642 }, graniteWall({ width: 1500, height: 44, face: stone.body, joint: stone.side })),
          steps(9, 40, 96)
            .map((x) => at({ x, y: 598, scale: 1.1 }, streetLamp(hour.near)))
            .join(''),
          at({ x: 1080, y: 644, scale: 1.1 }, stoneBridge({ ink: stone, span: 430, rise: 128 })),
        ],
        glitter: [{ x: 0.3, strength: 0.9, spread: 3 }],
        front: [
          at({ x: 930, y: 1000, scale: 1.05 }, parapet({ width: 600, ink: hour.near })),
          at({ x: 946, y: 1000, scale: 0.96 }, lantern({ ...hour.near, detail: '#DCE8EC' })),
        ],
        afloat: [
          { y: 850, span: [198, 830], shape: at({ x: 520, y: 850, scale: 1.55 }, canalBoat(hour.paint)) },
        ],
      };
    },
  });
}
