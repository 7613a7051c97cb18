import { calmShare, shareOfLoop } from '@gangway/kit';
import { liveHeap } from './live-heap.ts';
import type { Heap } from './live-heap.ts';

export interface CollectSettings {
  /** How much of the time since it was asked last the process was at work, from 0 to 1. */
  busyShare?: () => number;
  heap?: Heap;
  lookMs?: number;
  /** Fewer bytes are not worth a collection; the young space is up to 16 MiB of them. */
  worthwhileBytes?: number;
}

/**
 * Collects what a rush has left once it is over, so that the next one begins with an empty heap: V8 by itself waits
 * until the heap has grown by most of its size, which is in the middle of a rush.
 */
export function collectInCalm(settings: CollectSettings = {}): { stop(): void } {
  const { busyShare = shareOfLoop(), lookMs = 1_000, worthwhileBytes = 48 * 2 ** 20 } = settings;
  const heap = settings.heap ?? liveHeap();
  const state = { collecting: false };
  const look = async () => {
    const isBusy = busyShare() > calmShare;
    if (isBusy || state.collecting || heap.grownBytes() < worthwhileBytes) return;
    state.collecting = true;
    // Where memory is not even to be had on paper, V8 collects when it must.
    await heap.beginCollection().catch(() => undefined);
    state.collecting = false;
  };
  const looking = setInterval(() => void look(), lookMs).unref();
  return {
    stop: () => {
      clearInterval(looking);
      heap.stop();
    },
  };
}
