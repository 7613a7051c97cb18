import { createClock } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { SweepDefinition } from '../../../contract/jobs.ts';
import { createSweeper } from './sweeper.ts';

const ignored = () => undefined;

/** One whose transactions are always its turn; `seconds` lets real time pass, with what is due in it. */
function sweeperOf(run: SweepDefinition['run']) {
  const errors: string[] = [];
  const trx = { raw: () => Promise.resolve({ rows: [{ taken: true }] }) } as unknown as Transaction;
  const sweeper = createSweeper({
    sweep: { name: 'probe', everySeconds: 5, run },
    transaction: (work) => work(trx),
    clock: createClock(),
    log: { debug: ignored, info: ignored, warn: ignored, error: (message) => errors.push(message) },
  });
  return { errors, sweeper, seconds: (count: number) => jest.advanceTimersByTimeAsync(count * 1000) };
}

describe('a sweep with an item that nobody can handle', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const probe = () => {
    const seen = { tries: 0, others: 0 };
    const made = sweeperOf(async ({ aside, at }) => {
      seen.others += 1;
      if (aside.has('broken')) return;
      at('broken');
      seen.tries += 1;
      throw new Error('never');
    });
    return { ...made, seen };
  };

  it('comes by as ever, but tries and logs it less and less often', async () => {
    const { sweeper, seconds, seen, errors } = probe();
    sweeper.start();
    await seconds(1200);
    expect(seen.others).toBeGreaterThanOrEqual(240);
    expect(seen.tries).toBeLessThan(20);
    expect(errors).toHaveLength(seen.tries);
    expect(errors[0]).toBe('Sweep "probe" failed at broken and will be tried again: never');
    await sweeper.stop();
  });

  it('tries it at once when somebody asks', async () => {
    const { sweeper, seconds, seen } = probe();
    sweeper.start();
    await seconds(600);
    const { tries } = seen;
    await sweeper.sweepNow({ patient: true });
    expect(seen.tries).toBeGreaterThan(tries);
    await sweeper.stop();
  });
});
