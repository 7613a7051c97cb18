import { seconds } from '../start/progress.ts';
import type { Check } from './checks.ts';

export interface Outcome {
  name: string;
  ok: boolean;
  milliseconds: number;
}

/** Runs the lanes side by side, shows what each failed check says, and goes on with the others. */
export async function runLanes(lanes: Check[][], signal?: AbortSignal): Promise<Outcome[]> {
  return (await Promise.all(lanes.map((lane) => runLane(lane, signal)))).flat();
}

async function runLane(lane: Check[], signal?: AbortSignal): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of lane) {
    signal?.throwIfAborted();
    outcomes.push(await runCheck(check, signal));
  }
  return outcomes;
}

async function runCheck({ name, run }: Check, signal?: AbortSignal): Promise<Outcome> {
  const began = performance.now();
  const { ok, output } = await run(signal);
  const milliseconds = performance.now() - began;
  if (!ok && !signal?.aborted) console.log(`\n${output.trim()}\n`);
  console.log(`  ${ok ? '✓' : '✗'} ${name}, ${seconds(milliseconds)}`);
  return { name, ok, milliseconds };
}
