import { takeTurns } from './take-turns.ts';

const turnOver = () => new Promise((resume) => setImmediate(resume));

/** Turns with a clock of their own, and what has been done in them. */
function bench() {
  const time = { now: 0 };
  const done: string[] = [];
  const inTurn = takeTurns(() => time.now);
  return { time, done, ask: (name: string) => inTurn(() => void done.push(name)) };
}

describe('work that lets everything else go first', () => {
  it('is done one piece in a turn of the loop, in the order in which it came', async () => {
    const { done, ask } = bench();
    for (const name of ['a', 'b', 'c']) ask(name);
    expect(done).toEqual([]);
    await turnOver();
    expect(done).toEqual(['a']);
    ask('d');
    await turnOver();
    expect(done).toEqual(['a', 'b']);
    await turnOver();
    await turnOver();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is done at once when it has waited for long', async () => {
    const { time, done, ask } = bench();
    for (const name of ['a', 'b', 'c']) ask(name);
    time.now = 50;
    ask('late');
    time.now = 61;
    await turnOver();
    expect(done).toEqual(['a', 'b', 'c']);
    await turnOver();
    expect(done).toEqual(['a', 'b', 'c', 'late']);
  });

  it('begins again after a rest, and keeps nothing of what is done', async () => {
    const { time, done, ask } = bench();
    const count = 3_000;
    for (let at = 0; at < count; at += 1) ask(String(at));
    time.now = 61;
    await turnOver();
    expect(done).toHaveLength(count);
    ask('again');
    await turnOver();
    expect(done.at(-1)).toBe('again');
  });
});
