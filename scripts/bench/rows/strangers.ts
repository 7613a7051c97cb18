import { setTimeout as pause } from 'node:timers/promises';
import { residentBytes } from '../house/clock-ticks.ts';
import { peakMb } from '../house/memory.ts';
import type { Round } from '../load/drive.ts';
import { startStrangers } from '../strangers/start-strangers.ts';
import { catalogueAddresses } from './catalogue-addresses.ts';
import { atRest, measured, roundsSpan, running, wrongAnswers } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';

const rate = 600;
const crowd = { idle: 10_000, deaf: 200 };
const smallCrowd = { idle: 500, deaf: 20 };

const settleMs = 30_000;
const gustMs = 1_000;

/** Sockets that want nothing and sockets that never read what they asked for, beside people who read. */
export const strangers: Row = {
  name: 'strangers',
  title: 'readers beside 10,000 idle sockets and 200 that never read',
  needs: 'shop',
  expected: (pace) => 40 + roundsSpan(pace, pace.rounds + 1),
  run: async (bench): Promise<RowReport> => {
    const { house } = bench;
    const { round, all } = running(bench);
    const { urls } = await catalogueAddresses(bench);
    const reading = (what: string) =>
      round({ what, scenario: 'read', rate, params: { url: house.cmsUrl, urls, seed: bench.seed() } });
    const alone = await reading('readers alone');
    const mbBefore = residentBytes(house.pids.cms) / 2 ** 20;
    const from = bench.memory.samples.length;
    const path = urls[0]?.path ?? '/api/events?locale=ru';
    const crowded = bench.scale.name === 'small' ? smallCrowd : crowd;
    const others = await startStrangers({ url: house.cmsUrl, path, ...crowded });
    bench.keep(others.stop);
    const { opened, refused } = others.opened;
    bench.say(`${opened} strangers came in, ${refused} did not`);
    // What they asked for is answered first, read or not.
    const asked = performance.now();
    await atRest([house.pids.cms], settleMs);
    // What is kept for those who do not read comes in gusts: twice at rest is at rest.
    await pause(gustMs);
    await atRest([house.pids.cms], settleMs);
    const settled = (performance.now() - asked) / 1000;
    const beside = await besideThem(bench, reading);
    const { open } = await others.report();
    const highest = peakMb(bench.memory.samples.slice(from));
    const more = { unit: 'MB', better: 'less' as const };
    return {
      rounds: all,
      measures: [
        measured({ name: 'p99 at 600/s, nobody else', unit: 'ms' }, [alone], ({ latency }) => latency.p99),
        measured(
          { name: 'p99 at 600/s beside them', unit: 'ms', floor: 100 },
          beside,
          ({ latency }) => latency.p99,
        ),
        { ...more, name: 'memory of cms, highest', floor: 900, goal: 600, values: [highest] },
        { ...more, name: 'memory of cms, more than before', values: [highest - mbBefore] },
        { name: 'sockets let in', unit: '', better: 'more', floor: crowded.idle, values: [opened] },
        wrongAnswers(all),
      ],
      notes: [
        `${crowded.idle} idle, ${crowded.deaf} that asked 200 times each for ${path} and read nothing; ${refused} not let in; cms was at rest ${settled.toFixed(1)} s after the last came; ${open} of them still open at the end.`,
      ],
    };
  },
};

async function besideThem(bench: Bench, reading: (what: string) => Promise<Round>): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let number = 0; number < bench.rounds; number++)
    rounds.push(await reading('readers beside strangers'));
  return rounds;
}
