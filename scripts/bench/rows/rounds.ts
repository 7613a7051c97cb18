import { setTimeout as pause } from 'node:timers/promises';
import { familyTimeMs } from '../house/clock-ticks.ts';
import { drive } from '../load/drive.ts';
import type { Round } from '../load/drive.ts';
import type { Order } from '../load/messages.ts';
import { mostRate } from '../load/most.ts';
import type { Most } from '../load/most.ts';
import type { Measure } from '../report/measure.ts';
import type { Bench, Pace } from './row.ts';

/** Rounds are told as they end. */
export interface Running {
  round: (wish: RoundWish) => Promise<Round>;
  most: (wish: MostWish) => Promise<Most>;
  all: Round[];
}

export type RoundWish = Pick<Order, 'scenario' | 'params' | 'rate'> &
  Partial<Pick<Order, 'seconds' | 'warmUpSeconds'>> & {
    what: string;
    /** Whose processor time; the house's when left out. */
    watch?: Readonly<Record<string, number>>;
  };

export interface MostWish extends Omit<RoundWish, 'rate' | 'params'> {
  from: number;
  top: number;
  p99: number;
  /** Made anew for each step: what one step took is not there for the next. */
  params: () => unknown;
}

/** A step of the climb is as long as it takes to see a queue grow. */
const stepSeconds = 3;
/** Between two rounds the server comes to rest, but it may have work of its own without end. */
const rest = { lookMs: 250, idleMs: 50, patienceMs: 6_000 };

export function running(bench: Bench): Running {
  const all: Round[] = [];
  const round = async (wish: RoundWish): Promise<Round> => {
    bench.signal.throwIfAborted();
    const { seconds, warmUpSeconds, generators, house } = bench;
    const order = { ...{ seconds, warmUpSeconds, generators, watch: house.pids }, ...wish };
    const ended = await drive(order);
    all.push(ended);
    bench.say(told(ended));
    await atRest(Object.values(order.watch));
    return ended;
  };
  const most = ({ params, from, top, p99, ...wish }: MostWish): Promise<Most> => {
    const seconds = bench.quick ? Math.min(bench.seconds, 1) : stepSeconds;
    const attempt = (rate: number) =>
      round({ ...{ seconds, warmUpSeconds: 1 }, ...wish, params: params(), rate, what: `${wish.what} up` });
    return mostRate({
      from,
      bound: { p99 },
      top: bench.quick ? shortTop(bench, { from, top }) : top,
      attempt,
    });
  };
  return { round, most, all };
}

/** A look climbs one step, on little data none: it shows that the row works. */
function shortTop({ scale }: Bench, { from, top }: Pick<MostWish, 'from' | 'top'>): number {
  return scale.name === 'small' ? from : Math.min(top, from * 2);
}

/** How long so many rounds take, with the warm-up and the rest behind them. */
export const roundsSpan = ({ seconds, warmUpSeconds }: Pace, count: number, measured = seconds): number =>
  count * (measured + warmUpSeconds + rest.patienceMs / 4_000);

/** How long a climb of so many steps takes; a look takes five at most. */
export const climbSpan = (pace: Pace, steps: number): number =>
  pace.quick
    ? roundsSpan({ ...pace, warmUpSeconds: 1 }, 4, 1)
    : roundsSpan({ ...pace, warmUpSeconds: 1 }, steps, stepSeconds);

/** A contender that cannot start leaves its figures empty, and the row goes on. */
export async function orSaid<Result>(
  { signal, say }: Bench,
  { what, notes, work }: { what: string; notes: string[]; work: () => Promise<Result> },
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    const note = `${what} could not be measured: ${error instanceof Error ? error.message : String(error)}`;
    say(note);
    notes.push(note);
    return undefined;
  }
}

/** What was too much for a server is still worked on after the last answer. */
export async function atRest(pids: readonly number[], patienceMs = rest.patienceMs): Promise<void> {
  const over = performance.now() + patienceMs;
  const used = () => pids.reduce((sum, pid) => sum + familyTimeMs(pid), 0);
  for (let before = -Infinity; performance.now() < over;) {
    const now = used();
    if (now - before < rest.idleMs) return;
    before = now;
    await pause(rest.lookMs);
  }
}

/** One line for the screen. */
export function told({ what, rate, latency, wrong, answers, processor, discarded, examples }: Round): string {
  const { p50, p95, p99, p999 } = latency;
  const times = [p50, p95, p99, p999].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)).join('/');
  const used = Object.entries(processor).map(([name, ms]) => `${name} ${(ms * 1000).toFixed(0)} µs`);
  const counts = Object.entries(answers).map(([answer, count]) => `${answer}: ${count}`);
  return [
    `${what} ${Math.round(rate)}/s: p50/p95/p99/p99.9 ${times} ms`,
    ...[used.join(', '), counts.join(', ')],
    ...(wrong > 0 ? [`WRONG ${wrong} ${JSON.stringify(examples)}`] : []),
    ...(discarded ? [`DISCARDED, ${discarded}`] : []),
  ].join(' · ');
}

type Bounds = Pick<Measure, 'floor' | 'goal'>;

/** A figure of those rounds that count. */
export function measured(
  { name, unit, better = 'less', ...bounds }: Bounds & Pick<Measure, 'name' | 'unit'> & Partial<Measure>,
  rounds: readonly Round[],
  figure: (round: Round) => number,
): Measure {
  const counting = rounds.filter(({ discarded }) => discarded === null);
  return { name, unit, better, ...bounds, values: counting.map(figure) };
}

/** Processor time of one piece of work: it holds for a round that was begun late too, if all of it was answered. */
export function used(name: string, rounds: readonly Round[], process: string): Measure {
  const whole = rounds.filter(({ answers }) => answers['no answer'] === undefined);
  const values = whole.map(({ processor }) => processor[process] ?? 0);
  return { name, unit: 'ms', better: 'less', values };
}

/** What nobody may find even once; undefined: nobody looked. */
export function none(name: string, found: number | undefined): Measure {
  return { name, unit: '', better: 'less', floor: 0, goal: 0, values: found === undefined ? [] : [found] };
}

/** Of all rounds: one that was discarded has to be right too. */
export function wrongAnswers(rounds: readonly Round[]): Measure {
  return none(
    'wrong answers',
    rounds.reduce((sum, { wrong }) => sum + wrong, 0),
  );
}

/** ABBA: what drifts hits everybody alike. */
export function alternated<Name>(names: readonly Name[], rounds: number): Name[] {
  return Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? names : [...names].reverse(),
  ).flat();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
