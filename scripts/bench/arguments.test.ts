import { benchArguments } from './arguments.ts';
import { rowNames } from './rows/row.ts';

describe('the arguments of the bench', () => {
  it('are the whole bench when nothing is said', () => {
    expect(benchArguments([])).toEqual({
      ...{ only: rowNames, quick: false, small: false, rounds: 3, seconds: 8, soakMinutes: 0, fresh: false },
      ...{ merge: false, plan: false, out: undefined, data: undefined },
    });
  });

  it('name rows, make it short, and take numbers', () => {
    expect(benchArguments(['--only', 'locks, checkout', '--quick'])).toMatchObject({
      ...{ only: ['locks', 'checkout'], quick: true, rounds: 1, seconds: 3 },
    });
    expect(benchArguments(['--rounds=5', '--seconds=20', '--soak', '10m'])).toMatchObject({
      ...{ rounds: 5, seconds: 20, soakMinutes: 10 },
    });
  });

  it.each([
    [['--only', 'nothing']],
    [['--rounds', '0']],
    [['--seconds', '1.5']],
    [['--slow']],
    [['locks']],
    [['--merge', '--quick']],
  ])('refuse %j with a sentence that names what there is', (args) =>
    expect(() => benchArguments(args)).toThrow(/npm run bench knows --only catalogue,/),
  );
});
