/** One figure of a row, from all rounds that counted. */
export interface Measure {
  name: string;
  unit: string;
  /** Whether more is better. */
  better: 'more' | 'less';
  values: number[];
  floor?: number | undefined;
  goal?: number | undefined;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export type Verdict = 'met' | 'floor' | 'missed' | 'told' | 'nothing';

export function spread(values: readonly number[]): Spread | undefined {
  const sorted = [...values].sort((left, right) => left - right);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return undefined;
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? min) + (sorted[Math.ceil(middle)] ?? max)) / 2;
  return { median, min, max };
}

/** `floor`: the floor is met and the goal is not. `told`: there was nothing to meet. */
export function verdictOf(measure: Measure): Verdict {
  const median = spread(measure.values)?.median;
  if (median === undefined) return 'nothing';
  const { floor, goal } = measure;
  if (floor === undefined && goal === undefined) return 'told';
  if (goal !== undefined && meets(measure, median, goal)) return 'met';
  if (floor !== undefined && meets(measure, median, floor)) return goal === undefined ? 'met' : 'floor';
  return 'missed';
}

function meets({ better }: Measure, value: number, bound: number): boolean {
  return better === 'more' ? value >= bound : value <= bound;
}

/** In words, with how much is missing of the goal, or of the floor. */
export function wordsOf(measure: Measure): string {
  const { floor, goal } = measure;
  const median = spread(measure.values)?.median;
  const verdict = verdictOf(measure);
  if (median === undefined) return 'not measured';
  if (verdict === 'told') return '';
  if (verdict === 'met') return goal === undefined ? 'floor met' : 'goal met';
  if (verdict === 'floor') return `floor met, goal missed by ${missing(median, goal ?? 0)}`;
  return `missed by ${missing(median, floor ?? goal ?? 0)}`;
}

/** A share of nothing is none. */
const missing = (value: number, bound: number) =>
  bound === 0 ? String(value) : `${Math.abs((value / bound - 1) * 100).toFixed(0)} %`;
