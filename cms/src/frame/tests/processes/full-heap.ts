import { setFlagsFromString } from 'node:v8';
import { collectInCalm } from '../../process/collect-in-calm.ts';
import { liveHeap } from '../../process/live-heap.ts';

// As `main.ts` sets them.
setFlagsFromString('--heap-growing-percent=80');
setFlagsFromString('--external-memory-accounted-in-global-limit');

const mib = 2 ** 20;
const make = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ index, name: `object ${index}` }));
/** What has outlived two of these is old, and only a full collection frees it. */
const growOld = () => [1, 2].forEach(() => globalThis.gc?.({ type: 'minor' }));

const kept = make(400_000);
const heap = liveHeap();
globalThis.gc?.();

/** The heap hears of that collection some turns of the loop later. */
setTimeout(function rush() {
  const made: { left?: object[] } = { left: make(150_000) };
  growOld();
  delete made.left;
  if (heap.grownBytes() < 8 * mib) throw new Error('The rush has left nothing to collect.');
  const collector = collectInCalm({ heap, lookMs: 10, worthwhileBytes: 4 * mib });
  const waiting = setInterval(() => {
    if (heap.grownBytes() > mib) return;
    process.stdout.write(`what a rush left is gone, ${kept.length} objects are alive\n`);
    clearInterval(waiting);
    collector.stop();
  }, 10);
}, 20);
