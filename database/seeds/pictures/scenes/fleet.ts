import { canvas } from '../canvas.ts';
import { canalBoat, catamaran, hydrofoil, motorYacht, twoDecker } from '../afloat/ships.ts';
import { hours, type Paint } from '../hours.ts';
import { framed } from '../scene.ts';
import { randomOf } from '../random.ts';
import { at, dashes, line, linear, type Markup, rect } from '../svg.ts';
import { mirror } from '../water.ts';

const paint: Paint = { ...hours.noon.paint, shade: '#C3D0D9' };
const waterline = 650;

interface Plate {
  name: string;
  shape: Markup;
  scale: number;
  /** Stern and bow in the vessel's own units. */
  reach: [stern: number, bow: number];
}

/** A plate of the fleet list: one vessel from the side on quiet water, and its length as a scale below. */
function plate({ name, shape, scale, reach }: Plate): Markup {
  const middle = (reach[0] + reach[1]) / 2;
  const ship = at({ x: 750 - middle * scale, y: waterline, scale }, shape);
  const half = ((reach[1] - reach[0]) * scale) / 2;
  return framed(
    linear('paper', [
      { at: 0, colour: '#BDD3DF' },
      { at: 1, colour: '#E6ECEA' },
    ]),
    linear('calm', [
      { at: 0, colour: '#A9C6D4' },
      { at: 1, colour: '#6F9AB0' },
    ]),
    rect([0, 0, canvas.width, waterline], 'url(#paper)'),
    rect([0, waterline, canvas.width, canvas.height - waterline], 'url(#calm)'),
    line(
      [
        [0, waterline],
        [canvas.width, waterline],
      ],
      '#86ABBD',
      1.5,
    ),
    mirror({ shape: ship, y: waterline, squash: 0.5, opacity: 0.28 }),
    calmRipples(name),
    ship,
    rule(half),
  );
}

function calmRipples(name: string): Markup {
  const random = randomOf(`${name} plate`);
  const strokes = Array.from({ length: 120 }, () => ({
    x: random() * 1600 - 80,
    y: waterline + 10 + random() ** 1.5 * 290,
    length: 30 + random() * 150,
  }));
  return dashes(strokes, '#F2F8FA', 'stroke-width="2" stroke-linecap="round" opacity="0.4"');
}

function rule(half: number): Markup {
  const tick = (x: number) =>
    line(
      [
        [x, 916],
        [x, 936],
      ],
      '#3D6178',
      2,
    );
  return (
    line(
      [
        [750 - half, 926],
        [750 + half, 926],
      ],
      '#3D6178',
      2,
    ) +
    tick(750 - half) +
    tick(750 + half) +
    tick(750)
  );
}

export const vesselPictures: Record<string, () => Markup> = {
  admiralty: () => plate({ name: 'admiralty', shape: twoDecker(paint), scale: 1.95, reach: [-316, 338] }),
  moika: () => plate({ name: 'moika', shape: canalBoat(paint), scale: 2.6, reach: [-214, 226] }),
  swift: () => plate({ name: 'swift', shape: hydrofoil(paint), scale: 2, reach: [-266, 318] }),
  ingria: () =>
    plate({
      name: 'ingria',
      shape: motorYacht({ ...paint, boot: '#1B3A5C' }),
      scale: 2.9,
      reach: [-187, 198],
    }),
  andromeda: () => plate({ name: 'andromeda', shape: catamaran(paint), scale: 1.46, reach: [-216, 232] }),
};
