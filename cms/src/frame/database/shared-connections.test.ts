import { shareConnections } from './shared-connections.ts';

/** A pool that numbers its connections and remembers where they are. */
function numberedPool() {
  const state = { last: 0, away: new Set<number>(), fails: false };
  return {
    state,
    acquireConnection: async () => {
      if (state.fails) throw new Error('none left');
      state.away.add((state.last += 1));
      return state.last;
    },
    releaseConnection: async (connection: number) => {
      if (!state.away.delete(connection)) throw new Error(`${connection} was not away.`);
    },
  };
}

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const on: number[] = [];
  return { on, resolve, reject, run: (connection: number) => (on.push(connection), promise) };
}

const settled = () => new Promise((resume) => setImmediate(resume));

describe('connections that are shared', () => {
  it('are one for each while there are enough, then the one where fewest wait', async () => {
    const pool = numberedPool();
    const share = shareConnections(pool, 2);
    const all = Array.from({ length: 5 }, work);
    const done = all.map(({ run }) => share(run));
    await settled();
    expect(all.map(({ on }) => on[0])).toEqual([1, 2, 1, 2, 1]);
    all[0]?.resolve('first');
    all[2]?.resolve('third');
    expect([await done[0], await done[2]]).toEqual(['first', 'third']);
    const late = work();
    done.push(share(late.run));
    await settled();
    expect(late.on).toEqual([1]);
    for (const one of [...all, late]) one.resolve('done');
    await Promise.all(done);
    expect(pool.state.away.size).toBe(0);
  });

  it('go back as soon as nobody is on them', async () => {
    const pool = numberedPool();
    const share = shareConnections(pool, 2);
    expect(await share(async (connection) => connection)).toBe(1);
    expect(await share(async (connection) => connection)).toBe(2);
    expect(pool.state.away.size).toBe(0);
  });

  it('take nobody any more when something failed on them, and let the others end', async () => {
    const pool = numberedPool();
    const share = shareConnections(pool, 1);
    const [broken, other, next] = [work(), work(), work()];
    const failed = share(broken.run);
    const done = share(other.run);
    await settled();
    broken.reject(new Error('cut'));
    await expect(failed).rejects.toThrow('cut');
    const after = share(next.run);
    await settled();
    expect([broken.on, other.on, next.on]).toEqual([[1], [1], [2]]);
    expect([...pool.state.away]).toEqual([1, 2]);
    other.resolve('ended');
    next.resolve('ended');
    expect([await done, await after]).toEqual(['ended', 'ended']);
    expect(pool.state.away.size).toBe(0);
  });

  it('that cannot be had fail those who asked, and nobody after them', async () => {
    const pool = numberedPool();
    const share = shareConnections(pool, 1);
    pool.state.fails = true;
    const asked = [share(work().run), share(work().run)];
    for (const one of asked) await expect(one).rejects.toThrow('none left');
    pool.state.fails = false;
    expect(await share(async (connection) => connection)).toBe(1);
    expect(pool.state.away.size).toBe(0);
  });
});
