import { createCoalescer } from './coalesce.ts';

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('equal requests in flight', () => {
  it('are one work and share what comes of it', async () => {
    const { run } = createCoalescer<object>();
    const { opened, open } = gate();
    const work = jest.fn(async () => {
      await opened;
      return {};
    });
    const asked = Array.from({ length: 50 }, () => run({ key: 'a', request: 'r' }, work));
    open();
    const [first, ...others] = await Promise.all(asked);
    expect(work).toHaveBeenCalledTimes(1);
    expect(others.every((other) => other === first)).toBe(true);
  });

  it('share a failure too, and the next one tries anew', async () => {
    const { run } = createCoalescer<string>();
    const asked = { key: 'a', request: 'r' };
    const failing = () => Promise.reject(new Error('no'));
    const [left, right] = await Promise.allSettled([run(asked, failing), run(asked, failing)]);
    expect([left.status, right.status]).toEqual(['rejected', 'rejected']);
    expect(await run(asked, async () => 'yes')).toBe('yes');
  });

  it('of another content wait for each other', async () => {
    const { run } = createCoalescer<string>();
    const { opened, open } = gate();
    const log: string[] = [];
    const first = run({ key: 'a', request: 'one' }, async () => {
      await opened;
      log.push('one ended');
      throw new Error('no');
    });
    const second = run({ key: 'a', request: 'two' }, async () => {
      log.push('two began');
      return 'two';
    });
    open();
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('two');
    expect(log).toEqual(['one ended', 'two began']);
  });

  it('under other keys are strangers', async () => {
    const { run } = createCoalescer<string>();
    const results = ['a', 'b'].map((key) => run({ key, request: 'r' }, async () => key));
    expect(await Promise.all(results)).toEqual(['a', 'b']);
  });
});
