import { createCalm } from './calm.ts';
import type { Calm } from './calm.ts';

const shares = (...given: number[]) => {
  const left = [...given];
  const asked = { times: 0 };
  const busyShare = () => {
    asked.times += 1;
    return left.shift() ?? 1;
  };
  return { asked, busyShare };
};

const lookMs = 1;

describe('work in the background', () => {
  it('begins at once where nobody is busy', async () => {
    const { asked, busyShare } = shares(0.2);
    await createCalm({ busyShare, lookMs, patienceMs: Infinity }).wait(0);
    expect(asked.times).toBe(1);
  });

  it('waits as long as the process is busy', async () => {
    const { asked, busyShare } = shares(0.9, 0.61, 0.5);
    await createCalm({ busyShare, lookMs, patienceMs: Infinity }).wait(0);
    expect(asked.times).toBe(3);
  });

  it('begins when its patience is over', async () => {
    const { asked, busyShare } = shares();
    await createCalm({ busyShare, lookMs, patienceMs: 5 }).wait(0);
    expect(asked.times).toBeGreaterThan(1);
  });

  it('does not wait once more for what has waited long enough', async () => {
    const { asked, busyShare } = shares();
    const calm = createCalm({ busyShare, lookMs: 60_000, patienceMs: 60_000 });
    await calm.wait(60_000);
    expect(asked.times).toBe(0);
  });

  it('does not wait in a process that stops', async () => {
    const { busyShare } = shares();
    const calm: Calm = createCalm({ busyShare, lookMs, patienceMs: Infinity });
    const waiting = calm.wait(0);
    calm.stop();
    await waiting;
    await expect(calm.wait(0)).resolves.toBeUndefined();
  });

  it('measures its own process when nothing else is given', async () => {
    await expect(createCalm({ patienceMs: 0 }).wait(0)).resolves.toBeUndefined();
  });
});
