import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergedInto } from './merge.ts';
import type { RunFacts } from './run-facts.ts';
import type { FullRow } from './write-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const factsOf = (commit: string): RunFacts => ({
  ...{
    date: '2026-11-21T01:30:00.000Z',
    commit,
    node: 'v24',
    postgres: 'PostgreSQL 18',
    rounds: 3,
    seconds: 8,
  },
  machine: { processor: 'EPYC', processors: 2, memoryGb: 24, system: 'Linux 6' },
  scale: { name: 'whole', copies: 1, departures: 1, seats: 1, evenings: 1, open: 1, orders: 1 },
});

const row = (name: string, value: number): FullRow => ({
  ...{ name, title: name, notes: [], discarded: [], rounds: [] },
  measures: [{ name: 'figure', unit: 'ms', better: 'less', values: [value] }],
});

describe('a row that is measured by itself', () => {
  it('takes its place in the report, which says when and of what it is', () => {
    const whole = { ...factsOf('whole'), rows: [row('locks', 1), row('memory', 2)] };
    writeFileSync(join(folder, 'results.json'), JSON.stringify(whole));
    const found = mergedInto(folder, { facts: factsOf('later'), rows: [row('memory', 3)] });
    expect(found.facts.commit).toBe('whole');
    expect(
      found.rows.map(({ name, byItself, measures }) => [name, byItself?.commit, measures[0]?.values]),
    ).toEqual([
      ['locks', undefined, [1]],
      ['memory', 'later', [3]],
    ]);
  });

  it('is the report where there is none', () => {
    const late = { facts: factsOf('later'), rows: [row('memory', 3)] };
    expect(mergedInto(join(folder, 'nowhere'), late)).toEqual(late);
  });
});
