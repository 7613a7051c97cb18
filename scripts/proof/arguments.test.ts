import { proofArguments } from './arguments.ts';

describe('the arguments of npm run proof', () => {
  it('are the long form when there are none', () => {
    expect(proofArguments([], 7)).toEqual({ episodes: 500, sequences: 10_000, kills: 50, seed: 7 });
  });

  it('repeat one episode', () => {
    const args = ['--episodes', '1', '--sequences', '0', '--kills', '0', '--seed', '7013'];
    expect(proofArguments(args, 1)).toEqual({ episodes: 1, sequences: 0, kills: 0, seed: 7013 });
  });

  it.each([['--episode', '1'], ['--kills', 'many'], ['--kills', '-1'], ['500']])(
    'are refused with a sentence: %s %s',
    (...args) => {
      expect(() => proofArguments(args.filter(Boolean), 1)).toThrow('npm run proof knows');
    },
  );
});
