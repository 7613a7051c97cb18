import { setTimeout as pause } from 'node:timers/promises';
import { collectInCalm } from './collect-in-calm.ts';
import type { Heap } from './live-heap.ts';

const mib = 2 ** 20;

function house({ grown = 100 * mib, shares = [] as number[], fails = false }) {
  const collections: string[] = [];
  const looks = { count: 0, enough: Promise.withResolvers<void>() };
  const heap: Heap = {
    grownBytes: () => grown,
    beginCollection: async () => {
      collections.push('begun');
      if (fails) throw new RangeError('Array buffer allocation failed');
      await pause(1);
      grown = 0;
    },
    stop: () => undefined,
  };
  const busyShare = () => {
    looks.count += 1;
    if (looks.count === 5) looks.enough.resolve();
    return shares.shift() ?? 0;
  };
  const open = collectInCalm({ busyShare, heap, lookMs: 1, worthwhileBytes: 32 * mib });
  return { collections, looked: looks.enough.promise.finally(open.stop) };
}

describe('what a rush has left', () => {
  it('is collected when the process is calm, once', async () => {
    const { collections, looked } = house({});
    await looked;
    expect(collections).toEqual(['begun']);
  });

  it('stays as long as the process is busy', async () => {
    const { collections, looked } = house({ shares: [0.9, 0.8, 0.7, 0.6, 0.51] });
    await looked;
    expect(collections).toEqual([]);
  });

  it('is collected after the rush, not in it', async () => {
    const { collections, looked } = house({ shares: [0.9, 0.9, 0.4] });
    await looked;
    expect(collections).toEqual(['begun']);
  });

  it('stays when it is not worth the work', async () => {
    const { collections, looked } = house({ grown: 31 * mib });
    await looked;
    expect(collections).toEqual([]);
  });

  it('is tried again when there was no memory to ask with', async () => {
    const { collections, looked } = house({ fails: true });
    await looked;
    expect(collections.length).toBeGreaterThan(1);
  });
});
