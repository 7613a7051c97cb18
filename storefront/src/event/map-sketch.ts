import { waters, type Water } from './waters.ts';

export interface Place {
  latitude: number;
  longitude: number;
}

interface Spot {
  x: number;
  y: number;
}

export interface SketchLabel extends Spot {
  name: NonNullable<Water['name']>;
  /** Degrees, along the water. */
  turn: number;
}

/** A drawing around a place, north up, the place in the middle. */
export interface MapSketch {
  width: number;
  height: number;
  /** SVG paths of the waters. */
  waters: string[];
  labels: SketchLabel[];
  /** Length of 100 metres in the drawing. */
  hundredMetres: number;
}

const width = 600;
const height = 340;
const perMetre = 0.42;
const metresPerDegree = 111_320;
/** Beyond this from the middle nothing is seen any more. */
const reach = 1_000;

/** What lies around a place: the waters we know, nothing where we know none. */
export function mapSketch(place: Place): MapSketch {
  const near = waters
    .map((water) => ({ name: water.name, banks: banksNear(water, place) }))
    .filter(({ banks }) => banks.length > 1);
  return {
    ...{ width, height, hundredMetres: 100 * perMetre },
    waters: near.map(({ banks }) => outline(banks)),
    labels: apart(near.flatMap(({ name, banks }) => (name ? labelOf(name, banks) : []))),
  };
}

interface Bank extends Spot {
  /** Half the width, in the drawing. */
  half: number;
}

/** The stretch of a water that can be seen, with one point more at each end. */
function banksNear({ reaches }: Water, place: Place): Bank[] {
  const all = reaches.map(([latitude, longitude, metres]) => ({
    ...spotOf({ latitude, longitude }, place),
    half: (metres * perMetre) / 2,
  }));
  const isNear = ({ x, y }: Spot) => Math.hypot(x - width / 2, y - height / 2) < reach * perMetre;
  const first = all.findIndex(isNear);
  const last = all.findLastIndex(isNear);
  return first < 0 ? [] : all.slice(Math.max(0, first - 1), last + 2);
}

function spotOf({ latitude, longitude }: Place, middle: Place): Spot {
  const shrink = Math.cos((middle.latitude * Math.PI) / 180);
  return {
    x: width / 2 + (longitude - middle.longitude) * metresPerDegree * shrink * perMetre,
    y: height / 2 - (latitude - middle.latitude) * metresPerDegree * perMetre,
  };
}

/** Down one bank and up the other. */
function outline(banks: Bank[]): string {
  const left = banks.map((bank, index) => aside(banks, index, bank.half));
  const right = banks.map((bank, index) => aside(banks, index, -bank.half)).reverse();
  return `${curve(left, 'M')} ${curve(right, 'L')} Z`;
}

function aside(banks: Bank[], index: number, distance: number): Spot {
  const from = banks[Math.max(0, index - 1)] as Bank;
  const to = banks[Math.min(banks.length - 1, index + 1)] as Bank;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const { x, y } = banks[index] as Bank;
  return { x: x - ((to.y - from.y) / length) * distance, y: y + ((to.x - from.x) / length) * distance };
}

/** Through the middles between the points, so that no corner is left. */
function curve(spots: Spot[], begin: 'M' | 'L'): string {
  const [first, ...rest] = spots as [Spot, ...Spot[]];
  const bends = rest.slice(0, -1).map((spot, index) => {
    const next = rest[index + 1] as Spot;
    return `Q ${at(spot)} ${at({ x: (spot.x + next.x) / 2, y: (spot.y + next.y) / 2 })}`;
  });
  return [`${begin} ${at(first)}`, ...bends, `L ${at(rest.at(-1) ?? first)}`].join(' ');
}

const at = ({ x, y }: Spot): string => `${Math.round(x)} ${Math.round(y)}`;

const margin = 70;
const clear = 60;

const crowd = 60;

/** A name that would lie on another one is left out. */
const apart = (labels: SketchLabel[]): SketchLabel[] =>
  labels.filter((label, index) =>
    labels.slice(0, index).every(({ x, y }) => Math.hypot(x - label.x, y - label.y) > crowd),
  );

/** Where across the water a name may lie: in the middle, else nearer to a bank. */
const lanes = [0, 0.5, -0.5, 0.8, -0.8];

/** The name of a water lies on it, where there is room for it and away from the place. */
function labelOf(name: SketchLabel['name'], banks: Bank[]): SketchLabel[] {
  const spots = lanes.flatMap((lane) => stretches(banks, lane));
  const [first] = spots.filter(hasRoom);
  return first ? [{ name, x: Math.round(first.x), y: Math.round(first.y), turn: first.turn }] : [];
}

const hasRoom = ({ x, y }: Spot): boolean =>
  x > margin &&
  x < width - margin &&
  y > margin / 2 &&
  y < height - margin / 2 &&
  Math.hypot(x - width / 2, y - height / 2) > clear;

/** The middles of the stretches, so far from the middle of the water, the longest stretch first. */
function stretches(banks: Bank[], lane: number) {
  const line = banks.map((bank, index) => aside(banks, index, bank.half * lane));
  return line
    .slice(1)
    .map((to, index) => middleOf(line[index] as Spot, to))
    .sort((left, right) => right.length - left.length);
}

function middleOf(from: Spot, to: Spot) {
  const turn = Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
  const upright = turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, turn: upright, length };
}
