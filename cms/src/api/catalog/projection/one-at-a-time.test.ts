import { oneAtATime } from './one-at-a-time.ts';

function work() {
  const runs: { finish: () => void; fail: () => void }[] = [];
  const run = oneAtATime(
    () =>
      new Promise<void>((finish, reject) =>
        runs.push({ finish, fail: () => reject(new Error('no database')) }),
      ),
  );
  return { run, runs };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work that runs one at a time', () => {
  it('lets any number of calls during a run share one more run', async () => {
    const { run, runs } = work();
    const first = run();
    const [second, third] = [run(), run()];
    expect(runs).toHaveLength(1);
    runs[0]!.finish();
    await first;
    await settled();
    expect(runs).toHaveLength(2);
    runs[1]!.finish();
    await Promise.all([second, third]);
    expect(runs).toHaveLength(2);
  });

  it('runs again for a call that comes while the second run is under way', async () => {
    const { run, runs } = work();
    void run();
    const second = run();
    runs[0]!.finish();
    await settled();
    const third = run();
    runs[1]!.finish();
    await second;
    await settled();
    expect(runs).toHaveLength(3);
    runs[2]!.finish();
    await third;
  });

  it('goes on after a run that failed, and tells those who waited for it', async () => {
    const { run, runs } = work();
    const first = run();
    const second = run();
    runs[0]!.fail();
    await expect(first).rejects.toThrow('no database');
    await settled();
    runs[1]!.finish();
    await expect(second).resolves.toBeUndefined();
  });
});
