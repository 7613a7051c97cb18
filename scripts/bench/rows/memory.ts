import { slopeMb, peakMb } from '../house/memory.ts';
import { catalogueAddresses } from './catalogue-addresses.ts';
import { roundsSpan, running, wrongAnswers } from './rounds.ts';
import type { Row, RowReport } from './row.ts';
import { searchParams } from './search.ts';

const rate = 300;
const roundSeconds = 30;

/** Resident memory of cms through all rows before this one, and under some minutes more of load. */
export const memory: Row = {
  name: 'memory',
  title: 'memory of cms through the bench',
  needs: 'shop',
  expected: (pace) =>
    Math.max(pace.soakMinutes * 60, 20 + roundsSpan(pace, 2, pace.quick ? pace.seconds : roundSeconds)),
  run: async (bench): Promise<RowReport> => {
    const { round, all } = running(bench);
    const { urls } = await catalogueAddresses(bench);
    const seconds = bench.quick ? bench.seconds : roundSeconds;
    const over = performance.now() + bench.soakMinutes * 60_000;
    do {
      const reading = { url: bench.house.cmsUrl, urls, seed: bench.seed() };
      await round({ what: 'soak, catalogue', scenario: 'read', params: reading, rate, seconds });
      await round({
        what: 'soak, search',
        scenario: 'read',
        params: await searchParams(bench),
        rate,
        seconds,
      });
    } while (performance.now() < over);
    const { samples } = bench.memory;
    const minutes = (samples.at(-1)?.seconds ?? 0) / 60;
    return {
      rounds: all,
      measures: [
        { name: 'highest', unit: 'MB', better: 'less', floor: 900, goal: 600, values: [peakMb(samples)] },
        {
          name: 'at the end',
          unit: 'MB',
          better: 'less',
          floor: 900,
          goal: 600,
          values: [samples.at(-1)?.mb ?? 0],
        },
        {
          name: 'growth in the second half',
          unit: 'MB a minute',
          better: 'less',
          values: [slopeMb(samples)],
        },
        wrongAnswers(all),
      ],
      notes: [`Looked at once a second for ${minutes.toFixed(1)} minutes, through all rows of this run.`],
    };
  },
};
