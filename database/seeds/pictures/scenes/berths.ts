import { cityGlow } from '../air.ts';
import type { Hour, HourName, Ink } from '../hours.ts';
import { type Brush, scene } from '../scene.ts';
import { stoneBridge } from '../shore/bridges.ts';
import { street } from '../shore/facade.ts';
import {
  admiralty,
  exchange,
  parkTrees,
  rostralColumn,
  streetLamp,
  winterPalace,
} from '../shore/petersburg.ts';
import {
  berthSign,
  bollard,
  graniteWall,
  horseTamer,
  landingStage,
  stoneLion,
  vase,
  waterSteps,
} from '../shore/quay.ts';
import { castle, mole, palm, waterfront } from '../shore/south.ts';
import { at, block, line, type Markup, path, rect, steps } from '../svg.ts';

const top = 620;
const waterline = 740;
const plaster = ['#E3C58C', '#D9A98B', '#C7CFB4', '#E9DCC0', '#CBB9A4', '#B9C6CB'];

interface Berth {
  name: string;
  hour: HourName;
  lightX?: number;
  /** Stone of the quay; without it the shore's own colour. */
  stone?: Partial<Ink>;
  behind: (brush: Brush) => Markup[];
  /** Where the steps and the sign stand. */
  spots?: { steps: number; sign: number };
  /** Beside the steps, standing on the quay. */
  beside?: (hour: Hour) => Markup;
}

/** A quay from the water: what stands behind it, the steps, the sign and a landing stage. */
function berth({
  name,
  hour,
  lightX,
  stone,
  behind,
  beside,
  spots = { steps: 560, sign: 900 },
}: Berth): Markup {
  return scene({
    name,
    distance: 0.3,
    hour,
    horizon: waterline,
    lightX,
    draw: (brush) => {
      const ink = { ...brush.hour.mid, ...stone };
      return {
        shore: [
          ...behind(brush).map((part) => at({ x: 0, y: top }, part)),
          at({ x: 0, y: waterline + 2 }, quay(ink)),
          steps(7, 70, 230)
            .map((x) => at({ x, y: top, scale: 1.7 }, streetLamp(brush.hour.near)))
            .join(''),
          at({ x: spots.steps, y: waterline + 2 }, waterSteps({ ink, height: 118 })),
          at({ x: 0, y: top }, beside?.(brush.hour) ?? ''),
        ],
        glitter: [{ x: (lightX ?? 0.5) * 1, strength: 0.7, spread: 2.6 }],
        afloat: [
          { y: 836, shape: at({ x: spots.steps + 40, y: 836, scale: 1.12 }, landingStage(brush.hour.paint)) },
        ],
        front: [at({ x: spots.sign, y: top, scale: 1.15 }, signOf(brush.hour))],
      };
    },
  });
}

function quay(ink: Ink): Markup {
  return [
    graniteWall({ width: 1500, height: 120, face: ink.body, joint: ink.side }),
    rect([0, -126, 1500, 12], ink.detail),
    [330, 1180].map((x) => at({ x, y: -124, scale: 0.9 }, bollard(ink.side))).join(''),
  ].join('');
}

const signOf = ({ near }: Hour) => berthSign({ pole: near.body, field: '#0F5E91', mark: '#FBFAF7' });
const granite = { body: '#B9A99B', side: '#8E8078', detail: '#CDBFB2' };

export const berthPictures: Record<string, () => Markup> = {
  admiralteyskaya: () =>
    berth({
      name: 'admiralteyskaya',
      hour: 'dawn',
      lightX: 0.16,
      spots: { steps: 760, sign: 1090 },
      behind: ({ hour, random }) => [
        at(
          { x: 760, y: 0, scale: 1.75 },
          admiralty({ ...hour.mid, body: '#C9B48F', side: '#A89577', detail: '#8D7E70' }),
        ),
        at(
          { x: -10, y: 4 },
          parkTrees({
            width: 330,
            height: 120,
            ink: { ...hour.mid, body: '#7C857F', side: '#6B7570' },
            random,
          }),
        ),
        at(
          { x: 1230, y: 4 },
          parkTrees({
            width: 300,
            height: 120,
            ink: { ...hour.mid, body: '#7C857F', side: '#6B7570' },
            random,
          }),
        ),
      ],
    }),
  dvortsovaya: () =>
    berth({
      name: 'dvortsovaya',
      hour: 'dusk',
      spots: { steps: 900, sign: 470 },
      behind: ({ hour, random }) => [
        at(
          { x: 660, y: 0, scale: 1.95 },
          winterPalace({ ...hour.mid, body: '#5A6076', side: '#4C5169', detail: '#8A86A0' }),
        ),
        at({ x: 1310, y: 0 }, street({ width: 220, height: 150, ink: hour.mid, random, floors: 4 })),
      ],
    }),
  angliyskaya: () =>
    berth({
      name: 'angliyskaya',
      hour: 'noon',
      stone: granite,
      spots: { steps: 730, sign: 330 },
      behind: ({ hour, random }) => [
        street({
          width: 1500,
          height: 250,
          ink: { ...hour.mid, detail: '#8F7F6E' },
          random,
          tones: plaster,
          floors: 4,
        }),
      ],
      beside: (hour) =>
        [560, 900].map((x) => at({ x, y: 0, scale: 1.2 }, vase({ ...hour.mid, ...granite }))).join(''),
    }),
  petrovskaya: () =>
    berth({
      name: 'petrovskaya',
      hour: 'whiteNight',
      spots: { steps: 620, sign: 960 },
      behind: ({ hour, random }) => [
        street({ width: 520, height: 170, ink: hour.far, random, floors: 4 }),
        at({ x: 1010, y: 0 }, street({ width: 500, height: 180, ink: hour.far, random, floors: 4 })),
        at({ x: 330, y: 4 }, parkTrees({ width: 860, height: 120, ink: hour.mid, random })),
      ],
      beside: (hour) =>
        at({ x: 440, y: 0, scale: 1.15 }, stoneLion(hour.near)) +
        at({ x: 800, y: 0, scale: 1.15, flip: true }, stoneLion(hour.near)),
    }),
  strelka: () =>
    berth({
      name: 'strelka',
      hour: 'night',
      spots: { steps: 740, sign: 1060 },
      behind: ({ hour, random }) => [
        cityGlow(750, 0),
        street({ width: 1500, height: 70, ink: hour.far, random }),
        at(
          { x: 740, y: 0, scale: 1.7 },
          exchange({ ...hour.mid, body: '#2B3F63', side: '#1D2F50', detail: '#3A5078' }),
        ),
        at(
          { x: 230, y: 0, scale: 2 },
          rostralColumn({ ...hour.mid, body: '#5B3B46', side: '#452C3A', detail: '#7A5059' }),
        ),
        at(
          { x: 1250, y: 0, scale: 2 },
          rostralColumn({ ...hour.mid, body: '#5B3B46', side: '#452C3A', detail: '#7A5059' }),
        ),
      ],
    }),
  pevchesky: () =>
    berth({
      name: 'pevchesky',
      hour: 'dawn',
      spots: { steps: 430, sign: 760 },
      lightX: 0.3,
      stone: { body: '#A99BA0', side: '#82788A', detail: '#BDAFAF' },
      behind: ({ hour, random }) => [
        street({
          width: 1500,
          height: 230,
          ink: { ...hour.mid, detail: '#77706F' },
          random,
          tones: ['#D8BE92', '#CFA58E', '#C9C3AC', '#DCCDB4'],
          floors: 4,
        }),
        at(
          { x: 1210, y: 122, scale: 1.05 },
          stoneBridge({
            ink: { ...hour.mid, body: '#9A8C93', side: '#6F6678', detail: '#B7A8A8' },
            span: 360,
            rise: 118,
          }),
        ),
      ],
    }),
  fontanka: () =>
    berth({
      name: 'fontanka',
      hour: 'dusk',
      spots: { steps: 740, sign: 500 },
      behind: ({ hour, random }) => [
        street({
          width: 1500,
          height: 240,
          ink: hour.mid,
          random,
          tones: ['#4B4468', '#553F62', '#3E3B5F', '#5A4A63'],
          floors: 4,
        }),
      ],
      beside: (hour) => {
        const pedestal = { ...hour.near, body: '#6B6380', side: '#4B4464', detail: '#857C98' };
        return (
          at({ x: 260, y: 0, scale: 1.5 }, horseTamer('#171427', pedestal)) +
          at({ x: 1200, y: 0, scale: 1.5, flip: true }, horseTamer('#171427', pedestal))
        );
      },
    }),
  'limassol-old-port': () =>
    berth({
      name: 'limassol-old-port',
      hour: 'southSunset',
      lightX: 0.72,
      stone: { body: '#9B7A70', side: '#7C6064', detail: '#B9958A' },
      behind: ({ hour, random }) => [
        waterfront({ width: 820, height: 96, ink: hour.mid, random }),
        at({ x: 420, y: 0, scale: 1.5 }, castle({ ...hour.mid, side: '#6E5665' })),
        [150, 250, 640, 790]
          .map((x, index) => at({ x, y: 0, scale: 1.5 + (index % 2) * 0.3 }, palm(hour.near)))
          .join(''),
        at({ x: 1330, y: 4, scale: 1 }, mole(hour.mid, '#F2DCC0')),
        at({ x: 1050, y: 0 }, clubPennant(hour)),
      ],
    }),
};

function clubPennant({ near }: Hour): Markup {
  return (
    block([-3, 6, 330], near.body) +
    path('M3 -330L150 -296L3 -262Z', '#3A3F74') +
    path('M20 -306q26 -8 46 8q-20 16 -46 6q18 -4 18 -8t-18 -6z', '#FFD98F') +
    line(
      [
        [3, -330],
        [3, -262],
      ],
      near.side,
      2,
    )
  );
}
