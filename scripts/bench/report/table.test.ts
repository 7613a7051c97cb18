import { limitsOf, number, page } from './table.ts';

const facts = {
  ...{
    date: '2026-11-20T21:30:00.000Z',
    commit: 'abc+',
    node: 'v24',
    postgres: 'PostgreSQL 18',
    rounds: 3,
    seconds: 8,
  },
  machine: { processor: 'EPYC', processors: 2, memoryGb: 24, system: 'Linux 6' },
  scale: {
    name: 'whole',
    copies: 55,
    departures: 100_000,
    seats: 32_000,
    evenings: 1,
    open: 1,
    orders: 1_000_000,
  },
} as const;

const row = {
  ...{ name: 'locks', title: 'locks', notes: ['A note.'], discarded: ['the generator fell behind'] },
  measures: [
    {
      name: 'locks per second',
      unit: '/s',
      better: 'more' as const,
      floor: 500,
      goal: 2000,
      values: [900, 1000, 1100],
    },
    { name: 'p99', unit: 'ms', better: 'less' as const, values: [12.345] },
  ],
};

describe('the page of the results', () => {
  const text = page({ facts, rows: [row], limits: new Map([['locks', 'One process.']]) });

  it('says where, when and of what', () => {
    expect(text).toMatch('2026-11-20 21:30 UTC, commit `abc+`; 2 × EPYC, 24 GB');
    expect(text).toMatch('100,000 departures, 32,000 seats in the hall, 1,000,000 orders. 3 rounds of 8 s');
  });

  it('has a line for each figure with floor, goal, median, range and verdict', () => {
    expect(text).toMatch(
      '| locks per second | ≥ 500/s | ≥ 2,000/s | 1,000/s (900–1,100) | floor met, goal missed by 50 % |',
    );
    expect(text).toMatch('| p99 |  |  | 12.3 ms |  |');
  });

  it('begins with what was asked for, and leaves out what only tells', () => {
    const [glance = ''] = text.split('## Locks');
    expect(glance).toMatch('| locks | locks per second | ≥ 500/s | ≥ 2,000/s | 1,000/s (900–1,100) |');
    expect(glance).not.toMatch('p99');
  });

  it('says of a row from another run when it was measured', () => {
    const byItself = { date: '2026-11-21T02:00:00.000Z', commit: 'def', rounds: 1, seconds: 4 };
    const late = page({ facts, rows: [{ ...row, byItself }], limits: new Map() });
    expect(late).toMatch('- Measured by itself: 2026-11-21 02:00 UTC, commit `def`, 1 rounds of 4 s.');
  });

  it('says why a row was not measured', () => {
    const failed = { ...row, measures: [], failed: 'cms is gone' };
    expect(page({ facts, rows: [failed], limits: new Map() })).toMatch(
      '## Locks\n\nNot measured: cms is gone',
    );
  });

  it('says what was discarded and what limits it', () => {
    expect(text).toMatch('- Discarded: the generator fell behind.');
    expect(text).toMatch('- **What limits it**: One process.');
  });
});

describe('numbers', () => {
  it('have three figures, and commas from a thousand on', () => {
    expect([0, 0.12345, 12.345, 999.4, 12_345.6].map(number)).toEqual([
      '0',
      '0.123',
      '12.3',
      '999',
      '12,346',
    ]);
  });
});

describe('limits', () => {
  it('are the words below the name of a row', () => {
    const limits = limitsOf('# Limits\n\n## locks\n\nOne\nprocess.\n\n## search\n\nNothing.\n');
    expect([...limits]).toEqual([
      ['locks', 'One process.'],
      ['search', 'Nothing.'],
    ]);
  });
});
