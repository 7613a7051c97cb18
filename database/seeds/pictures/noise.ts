import { randomOf } from './random.ts';

/** Smooth noise between 0 and 1 over a plane, the same for the same name on every machine. */
export type Noise = (x: number, y: number) => number;

const size = 256;

/** Value noise; `octaves` adds finer detail, each at half the strength of the one before. */
export function noiseOf(name: string, octaves: number): Noise {
  const random = randomOf(`${name} noise`);
  const lattice = Float64Array.from({ length: size * size }, () => random());
  const total = 2 - 2 ** (1 - octaves);
  // A picture asks half a million times: no lists, no closures in here.
  return (x, y) => {
    let sum = 0;
    for (let octave = 0; octave < octaves; octave++) {
      const scale = 2 ** octave;
      sum += smooth(lattice, x * scale + octave * 17.3, y * scale + octave * 9.1) / scale;
    }
    return sum / total;
  };
}

function smooth(lattice: Float64Array, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = ease(x - left);
  const down = ease(y - top);
  const [row, next] = [wrap(top) * size, wrap(top + 1) * size];
  const [column, beside] = [wrap(left), wrap(left + 1)];
  const upper = mixed(lattice[row + column], lattice[row + beside], across);
  const lower = mixed(lattice[next + column], lattice[next + beside], across);
  return mixed(upper, lower, down);
}

const mixed = (from = 0, to = 0, share: number): number => from + (to - from) * share;
const wrap = (value: number): number => ((value % size) + size) % size;
const ease = (share: number): number => share * share * (3 - 2 * share);
