import '../../follow-parent.mjs';
import { arrivals } from './arrivals.ts';
import type { FromGenerator, Harvest, Order, ToGenerator } from './messages.ts';
import { newHistogram, packed, percentiles, recordMs } from './recorder.ts';
import { wrong } from './scenario.ts';
import type { Outcome, Steps, Work } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';

/** How long the last answers are waited for. */
const patienceMs = 20_000;
const examplesKept = 5;

const say = (message: FromGenerator) => process.send?.(message);

/** A process of its own that makes work arrive at a fixed rate and writes down what became of it. */
process.on('message', ({ order }: ToGenerator) => void follow(order));
process.on('disconnect', () => process.exit(0));
say({ kind: 'ready' });

async function follow(order: Order): Promise<void> {
  const log = newLog();
  const work = await scenarios[order.scenario](order.params as never, { step: log.step });
  const warm = arrivals({ rate: order.rate, seconds: order.warmUpSeconds });
  const plan = arrivals({ rate: order.rate, seconds: order.warmUpSeconds + order.seconds });
  const state = { begun: 0, ended: 0 };
  const began = performance.now();
  const begin = (index: number) => {
    const due = began + plan.dueAt(index);
    const counts = index >= warm.total;
    if (counts) log.lag(performance.now() - due);
    state.begun += 1;
    void attempt(work, index).then((outcome) => {
      state.ended += 1;
      if (counts) log.outcome(outcome, performance.now() - due);
    });
  };
  const processor = await pace({ plan, warm, began, begin });
  await until(() => state.ended === plan.total, patienceMs);
  log.unanswered(plan.total - state.ended);
  const facts = await work.facts?.();
  work.close();
  const elapsed = order.seconds * 1000;
  say({
    kind: 'harvest',
    harvest: log.harvest({ planned: plan.total - warm.total, share: processor / elapsed, facts }),
  });
}

async function attempt(work: Work, index: number): Promise<Outcome> {
  try {
    return await work.arrive(index);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

interface Pace {
  plan: ReturnType<typeof arrivals>;
  warm: ReturnType<typeof arrivals>;
  began: number;
  begin: (index: number) => void;
}

/** Begins what is due, a millisecond late at most. @returns processor time of this process while it was measured, ms */
function pace({ plan, warm, began, begin }: Pace): Promise<number> {
  const state = { next: 0, measuring: false, processor: process.cpuUsage() };
  const elapsed = () => performance.now() - began;
  return new Promise((over) => {
    const beat = () => {
      const due = plan.dueBy(elapsed());
      if (!state.measuring && due >= warm.total) {
        state.measuring = true;
        state.processor = process.cpuUsage();
        say({ kind: 'measuring' });
      }
      while (state.next < due) begin(state.next++);
      const wait = Math.ceil(plan.dueAt(state.next) - elapsed());
      if (state.next < plan.total) return void setTimeout(beat, Math.max(1, wait));
      const { user, system } = process.cpuUsage(state.processor);
      over((user + system) / 1000);
    };
    beat();
  });
}

async function until(holds: () => boolean, mostMs: number): Promise<void> {
  const over = performance.now() + mostMs;
  while (!holds() && performance.now() < over) await new Promise((next) => setTimeout(next, 5));
}

function newLog() {
  const latency = newHistogram();
  const lags = newHistogram();
  const steps: Steps = new Map();
  const answers: Record<string, number> = {};
  const examples: Record<string, string> = {};
  const state = { wrong: 0 };
  const count = (answer: string, times = 1) => (answers[answer] = (answers[answer] ?? 0) + times);
  return {
    lag: (ms: number) => recordMs(lags, ms),
    step: (name: string, ms: number) => {
      if (!steps.has(name)) steps.set(name, newHistogram());
      recordMs(steps.get(name) ?? newHistogram(), ms);
    },
    outcome: ({ answer, right, example }: Outcome, ms: number) => {
      recordMs(latency, ms);
      count(answer);
      if (right) return;
      state.wrong += 1;
      if (Object.keys(examples).length < examplesKept) examples[answer] ??= example ?? '';
    },
    unanswered: (times: number) => {
      if (times === 0) return;
      count('no answer', times);
      state.wrong += times;
    },
    harvest: ({ planned, share, facts }: { planned: number; share: number; facts: unknown }): Harvest => ({
      ...{ planned, answers, wrong: state.wrong, examples, latency: packed(latency), facts },
      steps: Object.fromEntries([...steps].map(([name, histogram]) => [name, packed(histogram)])),
      generator: { share, lagP99Ms: percentiles(lags).p99, lagMaxMs: percentiles(lags).max },
    }),
  };
}
