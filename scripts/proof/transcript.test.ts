import { transcript } from './transcript.ts';
import type { Played } from './transcript.ts';

const played: Played[] = [
  { report: { name: 'twins', counts: { twins: 2, bought: 40 }, failures: [] }, milliseconds: 61_000 },
  { report: { name: 'redis', counts: { redis: 0 }, failures: [] }, milliseconds: 1 },
];

describe('the transcript of a proof', () => {
  it('says how to play it again and what happened, without parts that were left out', () => {
    expect(transcript({ args: ['--twins', '2'], seed: 7, played }, 2).split('\n')).toEqual([
      ...['$ npm run proof -- --twins 2', 'seed 7, 2 processors, 2 min', ''],
      ...[expect.stringMatching(/^── twins: 61.0 s$/), '  twins                          2'],
      ...['  bought                        40', '', 'Nothing was lost.', ''],
    ]);
  });
});
