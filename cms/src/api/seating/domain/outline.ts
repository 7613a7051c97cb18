export type Point = { x: number; y: number };

type Step = { command: string; numbers: number[] };

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };
const curveSteps = 16;

/** The corners of an SVG path of absolute M, L, H, V, Q, C and Z; undefined when it is not one closed shape. */
export function outlinePolygon(path: string): Point[] | undefined {
  const steps = readSteps(path);
  if (!steps || steps[0]?.command !== 'M' || steps.at(-1)?.command !== 'Z') return undefined;
  const points = steps.reduce<Point[]>((drawn, step) => [...drawn, ...draw(drawn.at(-1), step)], []);
  return points.length >= 3 ? points : undefined;
}

/** Whether the point lies in the polygon (even-odd rule). */
export function isInside(point: Point, polygon: readonly Point[]): boolean {
  return polygon.reduce((inside, corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    return crosses(point, corner, next) ? !inside : inside;
  }, false);
}

function crosses({ x, y }: Point, from: Point, to: Point): boolean {
  if (from.y > y === to.y > y) return false;
  return x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x;
}

function readSteps(path: string): Step[] | undefined {
  if (!/^\s*M[\d\s.,MLHVQCZ-]*$/.test(path)) return undefined;
  const steps = [...path.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/g)].flatMap(([, command = '', rest = '']) =>
    splitStep(command, (rest.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)),
  );
  return steps.every(({ command, numbers }) => numbers.length === argumentCounts[command])
    ? steps
    : undefined;
}

// One letter may carry several groups of numbers: `L 10 0 10 20` are two lines.
function splitStep(command: string, numbers: number[]): Step[] {
  const count = argumentCounts[command] ?? 0;
  if (count === 0 || numbers.length <= count) return [{ command, numbers }];
  const rest = splitStep(command === 'M' ? 'L' : command, numbers.slice(count));
  return [{ command, numbers: numbers.slice(0, count) }, ...rest];
}

function draw(from: Point = { x: 0, y: 0 }, { command, numbers }: Step): Point[] {
  if (command === 'Z') return [];
  if (command === 'H') return [{ x: numbers[0] ?? 0, y: from.y }];
  if (command === 'V') return [{ x: from.x, y: numbers[0] ?? 0 }];
  return curve([from, ...pairs(numbers)]);
}

function pairs(numbers: number[]): Point[] {
  return numbers.flatMap((x, index) => (index % 2 ? [] : [{ x, y: numbers[index + 1] ?? 0 }]));
}

// A line is the curve of two points: its end is enough.
function curve(controls: Point[]): Point[] {
  if (controls.length === 2) return controls.slice(1);
  return Array.from({ length: curveSteps }, (_, step) => bezier(controls, (step + 1) / curveSteps));
}

function bezier(controls: Point[], at: number): Point {
  const [first = { x: 0, y: 0 }, ...rest] = controls;
  if (rest.length === 0) return first;
  const next = rest.map((point, index) => between(controls[index] ?? point, point, at));
  return bezier(next, at);
}

function between(from: Point, to: Point, at: number): Point {
  return { x: from.x + (to.x - from.x) * at, y: from.y + (to.y - from.y) * at };
}
