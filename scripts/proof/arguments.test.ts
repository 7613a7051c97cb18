import { proofArguments } from './arguments.ts';

const nothing = { episodes: 0, kills: 0, crowds: 0, deadlines: 0, twins: 0, redis: 0, sequences: 0 };

describe('the arguments of npm run proof', () => {
  it('are the long form when there are none', () => {
    expect(proofArguments([], 7)).toEqual({
      ...{ episodes: 500, kills: 50, crowds: 20, deadlines: 200, twins: 40, redis: 20 },
      ...{ sequences: 10_000, seed: 7, transcript: true },
    });
  });

  it('repeat one episode', () => {
    const args = ['--only', 'episodes', '--episodes', '1', '--seed', '7013'];
    expect(proofArguments(args, 1)).toEqual({ ...nothing, episodes: 1, seed: 7013, transcript: false });
  });

  it('leave out the other parts, and keep the long form of the one', () => {
    expect(proofArguments(['--only', 'crowds'], 1)).toEqual({
      ...nothing,
      crowds: 20,
      seed: 1,
      transcript: false,
    });
  });

  it('ask for a transcript of another form than the long one', () => {
    const args = ['--transcript', '--only', 'twins', '--twins', '2'];
    expect(proofArguments(args, 1)).toEqual({ ...nothing, twins: 2, seed: 1, transcript: true });
  });

  it.each([
    ['--episode', '1'],
    ['--kills', 'many'],
    ['--kills', '-1'],
    ['--crowds', '1.5'],
    ['--only', 'storms'],
    ['500'],
  ])('are refused with a sentence: %s %s', (...args) => {
    expect(() => proofArguments(args.filter(Boolean), 1)).toThrow('npm run proof knows');
  });
});
