import type { Steps } from '../domain/in-slices.ts';

/** The longest stretch of a long work during which nobody else gets a turn, in milliseconds. */
const sliceMs = 8;

/** Does it in turns with everything else that the process has to do. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let began = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < sliceMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
}
