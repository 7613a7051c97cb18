import { plannedDepartures, type ScheduleRule } from './departures.ts';
import { exceptionsProblem, readExceptions } from './schedule-exceptions.ts';

const now = new Date('2026-11-20T09:00:00Z');

function rule(change: Partial<ScheduleRule> = {}): ScheduleRule {
  return {
    id: 'river',
    timezone: 'Europe/Moscow',
    seasonFrom: '2026-11-01',
    seasonTo: '2027-03-31',
    weekdays: [true, true, true, true, true, true, true],
    times: '10:00, 19:30',
    exceptions: null,
    horizonDays: 2,
    durationMinutes: 90,
    ...change,
  };
}

const keys = (change: Partial<ScheduleRule>) =>
  plannedDepartures(rule(change), now).map(({ occurrence }) => occurrence.replace('river:', ''));

describe('a schedule', () => {
  it('makes each time of each day from now to its horizon', () => {
    expect(keys({})).toEqual([
      '2026-11-20:19:30',
      '2026-11-21:10:00',
      '2026-11-21:19:30',
      '2026-11-22:10:00',
      '2026-11-22:19:30',
    ]);
  });

  it('gives each departure its start and end as moments', () => {
    expect(plannedDepartures(rule(), now)[0]).toEqual({
      occurrence: 'river:2026-11-20:19:30',
      startAt: new Date('2026-11-20T16:30:00Z'),
      endAt: new Date('2026-11-20T18:00:00Z'),
    });
  });

  it('keeps to its season and its weekdays', () => {
    expect(keys({ seasonFrom: '2026-11-22' })).toEqual(['2026-11-22:10:00', '2026-11-22:19:30']);
    expect(keys({ seasonTo: '2026-11-20' })).toEqual(['2026-11-20:19:30']);
    const saturdays = [false, false, false, false, false, true, false];
    expect(keys({ weekdays: saturdays, times: '10:00' })).toEqual(['2026-11-21:10:00']);
  });

  it('leaves out or changes the days of its exceptions, the later line winning', () => {
    expect(keys({ exceptions: '2026-11-21' })).toEqual([
      '2026-11-20:19:30',
      '2026-11-22:10:00',
      '2026-11-22:19:30',
    ]);
    expect(keys({ exceptions: '2026-11-20..2026-11-22\n2026-11-21: 12:00' })).toEqual(['2026-11-21:12:00']);
    const never = { weekdays: Array.from({ length: 7 }, () => false), exceptions: '2026-11-22: 08:00' };
    expect(keys(never)).toEqual(['2026-11-22:08:00']);
  });

  it('keeps the local time over a change of clocks', () => {
    const spring = rule({
      timezone: 'Europe/Tallinn',
      times: '12:00',
      horizonDays: 3,
      seasonFrom: '2026-03-01',
    });
    const starts = plannedDepartures(spring, new Date('2026-03-28T00:00:00Z')).map(({ startAt }) =>
      startAt.toISOString(),
    );
    expect(starts.slice(0, 2)).toEqual(['2026-03-28T10:00:00.000Z', '2026-03-29T09:00:00.000Z']);
  });

  it('names a time written twice once', () => {
    expect(keys({ times: '10:00,10:00', horizonDays: 1 })).toEqual(['2026-11-21:10:00']);
  });
});

describe('exceptions of a schedule', () => {
  it('are read line by line', () => {
    expect(readExceptions('2026-12-31\n\n 2026-12-30 .. 2027-01-08 \n2026-05-09: 22:00, 12:00')).toEqual([
      { from: '2026-12-31', to: '2026-12-31', times: [] },
      { from: '2026-12-30', to: '2027-01-08', times: [] },
      { from: '2026-05-09', to: '2026-05-09', times: ['12:00', '22:00'] },
    ]);
    expect(exceptionsProblem('2026-12-31')).toBeUndefined();
    expect(exceptionsProblem(null)).toBeUndefined();
  });

  it.each(['31.12.2026', '2026-02-30', '2026-12-31..2026-12-01', '2026-12-31: 25:00', 'завтра'])(
    'are refused with a sentence: %s',
    (text) => {
      expect(exceptionsProblem(`2026-01-01\n${text}`)?.ru).toContain(text);
      expect(readExceptions(text)).toEqual([]);
    },
  );
});
