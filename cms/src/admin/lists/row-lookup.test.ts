import { createRowLookup } from './row-lookup.ts';

describe('what the rows of a list look up', () => {
  it('is asked for in one request per group', async () => {
    const asked: [string, string[]][] = [];
    const lookUp = createRowLookup<string>(async (group, ids) => {
      asked.push([group, ids]);
      return new Map(ids.map((id) => [id, `${group} ${id}`]));
    });
    const answers = await Promise.all([
      lookUp('vessel', 'a'),
      lookUp('berth', 'c'),
      lookUp('vessel', 'b'),
      lookUp('vessel', 'a'),
    ]);
    expect(answers).toEqual(['vessel a', 'berth c', 'vessel b', 'vessel a']);
    expect(asked).toEqual([
      ['vessel', ['a', 'b']],
      ['berth', ['c']],
    ]);
  });

  it('is asked for again by the next page', async () => {
    const asked: string[][] = [];
    const lookUp = createRowLookup<string>(async (_group, ids) => {
      asked.push(ids);
      return new Map();
    });
    expect(await lookUp('vessel', 'a')).toBeUndefined();
    await lookUp('vessel', 'b');
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('fails for every row when the request fails, and not for the next page', async () => {
    const state = { broken: true };
    const lookUp = createRowLookup<string>(async () => {
      if (state.broken) throw new Error('no answer');
      return new Map([['a', 'fine']]);
    });
    const both = await Promise.allSettled([lookUp('vessel', 'a'), lookUp('vessel', 'b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    state.broken = false;
    expect(await lookUp('vessel', 'a')).toBe('fine');
  });
});
