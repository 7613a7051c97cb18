import { gatherBatches } from './batches.ts';

type Item = { lane: string; people: string[] };

function batching(most = 10) {
  const batches: Item[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const ask = gatherBatches<Item, Item>({
    laneOf: ({ lane }) => lane,
    peopleOf: ({ people }) => people,
    most,
    run: async (batch) => {
      batches.push(batch.map(({ item }) => item));
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      await gate.promise;
      batch.forEach(({ item, resolve }) => resolve(item));
      return [];
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  /** Lets the batch under way end, and the next one begin. */
  const next = async () => {
    gates.at(-1)?.resolve();
    await turn();
    await turn();
  };
  return { ask, batches, next, turn };
}

const of = (...people: string[]): Item => ({ lane: 'a', people });

describe('batches', () => {
  it('begin at once with what has arrived, and gather the rest while one is under way', async () => {
    const { ask, batches, next, turn } = batching();
    const answers = [ask(of('1')), ask(of('2'))];
    await turn();
    answers.push(ask(of('3')), ask(of('4')), ask(of('5')));
    await next();
    expect(batches.map(({ length }) => length)).toEqual([2, 3]);
    await next();
    expect(await Promise.all(answers)).toHaveLength(5);
  });

  it('are no larger than they may be', async () => {
    const { ask, batches, next, turn } = batching(2);
    const answers = ['1', '2', '3'].map((person) => ask(of(person)));
    await turn();
    await next();
    await next();
    expect(batches.map(({ length }) => length)).toEqual([2, 1]);
    await Promise.all(answers);
  });

  it('keep the order of a person, whose requests are never in one batch', async () => {
    const { ask, batches, next, turn } = batching();
    const [first, second, other, third] = [of('1'), of('1', 'c'), of('2'), of('c')];
    const answers = [first, second, other, third].map(ask);
    await turn();
    for (let at = 0; at < 3; at += 1) await next();
    await Promise.all(answers);
    expect(batches).toEqual([[first, other], [second], [third]]);
  });

  it('of one lane do not wait for those of another', async () => {
    const { ask, batches, turn } = batching();
    void ask(of('1'));
    void ask({ lane: 'b', people: ['1'] });
    await turn();
    expect(batches).toHaveLength(2);
  });

  it('fail together when they cannot be run, and the lane goes on', async () => {
    const state = { broken: true };
    const ask = gatherBatches<Item, string>({
      ...{ laneOf: ({ lane }) => lane, peopleOf: ({ people }) => people, most: 5 },
      run: async (batch) => {
        if (state.broken) throw new Error('broken');
        batch.forEach(({ resolve }) => resolve('done'));
        return [];
      },
    });
    const failed = await Promise.allSettled([ask(of('1')), ask(of('2'))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    state.broken = false;
    expect(await ask(of('1'))).toBe('done');
  });
});
