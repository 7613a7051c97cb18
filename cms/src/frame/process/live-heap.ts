import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';

/** The heap of this thread. */
export interface Heap {
  /** Bytes since the last full collection, garbage or not, those outside of the heap included. */
  grownBytes(): number;
  /** Resolves when V8 has begun a full collection, or did not want to. */
  beginCollection(): Promise<void>;
  stop(): void;
}

const { NODE_PERFORMANCE_GC_INCREMENTAL: begins, NODE_PERFORMANCE_GC_MAJOR: ends } = constants;

const stepMs = 5;
/** Of what is in use. V8 begins when the heap has grown by `heap-growing-percent` of what was alive. */
const stepShare = 1 / 16;
const mostSteps = 32;

/**
 * Asks V8 for a collection as a growing heap would: with buffers that nobody writes to, which weigh in V8's books and
 * take no memory, a little more each time until it begins. It marks beside the program then, in steps of some
 * milliseconds; what `--expose-gc` offers stops everything for as long as it takes. It needs
 * `--external-memory-accounted-in-global-limit`.
 */
export function liveHeap(): Heap {
  const state = { begun: 0, leftBytes: usedBytes() };
  const onEntry = (kind: unknown) => {
    if (kind === begins || kind === ends) state.begun += 1;
    if (kind === ends) state.leftBytes = usedBytes();
  };
  const observer = new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => onEntry(kindOf(entry))),
  );
  observer.observe({ entryTypes: ['gc'] });
  return {
    grownBytes: () => usedBytes() - state.leftBytes,
    beginCollection: async () => {
      const before = state.begun;
      await weighDown(() => state.begun > before);
    },
    stop: () => observer.disconnect(),
  };
}

/** Node's types leave out what it tells of a collection. */
const kindOf = (entry: object) => (entry as { detail?: { kind?: number } }).detail?.kind;

async function weighDown(isEnough: () => boolean): Promise<void> {
  const weights: ArrayBuffer[] = [];
  const bytes = Math.ceil(usedBytes() * stepShare);
  while (!isEnough() && weights.length < mostSteps) {
    weights.push(new ArrayBuffer(bytes));
    await pause(stepMs);
  }
  // Gone at once; what is merely forgotten waits for a collection itself.
  for (const weight of weights) weight.transfer(0);
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
