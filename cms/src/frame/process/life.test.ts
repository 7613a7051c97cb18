import { createLife } from './life.ts';

describe('a process that stops', () => {
  it('is idle at once when it answers nobody', async () => {
    const life = createLife();
    expect(life.draining).toBe(false);
    await life.drain();
    expect(life.draining).toBe(true);
  });

  it('that retires still answers', async () => {
    const life = createLife();
    life.retire();
    expect(life.draining).toBe(true);
    life.enter();
    const seen: string[] = [];
    const idle = life.drain().then(() => seen.push('idle'));
    await Promise.resolve();
    expect(seen).toEqual([]);
    life.leave();
    await idle;
  });

  it('says so once, to whoever wants to know', async () => {
    const life = createLife();
    const seen: string[] = [];
    life.onRetire(() => seen.push(`draining: ${life.draining}`));
    expect(seen).toEqual([]);
    life.retire();
    life.retire();
    await life.drain();
    expect(seen).toEqual(['draining: true']);
  });

  it('waits for the last request in flight', async () => {
    const life = createLife();
    const seen: string[] = [];
    life.enter();
    life.enter();
    const idle = life.drain().then(() => seen.push('idle'));
    life.leave();
    await Promise.resolve();
    expect(seen).toEqual([]);
    life.leave();
    await idle;
    expect(seen).toEqual(['idle']);
  });
});
