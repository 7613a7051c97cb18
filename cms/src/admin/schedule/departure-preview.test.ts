import { previewQuery, previewSpan } from './departure-preview.ts';

const schedule = {
  timezone: 'Europe/Moscow',
  seasonFrom: '2026-05-01',
  seasonTo: '2026-10-15',
  times: '10:00, 12:30',
  saturday: true,
  sunday: true,
  monday: false,
  horizonDays: 90,
};

describe('the question how many departures a schedule makes', () => {
  it('carries the schedule as it is saved', () => {
    expect(Object.fromEntries(previewQuery(schedule) ?? [])).toEqual({
      timezone: 'Europe/Moscow',
      seasonFrom: '2026-05-01',
      seasonTo: '2026-10-15',
      days: 'saturday,sunday',
      times: '10:00, 12:30',
      horizonDays: '90',
    });
  });

  it('carries exceptions only when there are some', () => {
    expect(previewQuery({ ...schedule, exceptions: '2026-06-12\n' })?.get('exceptions')).toBe('2026-06-12');
    expect(previewQuery({ ...schedule, exceptions: ' ' })?.has('exceptions')).toBe(false);
  });

  it('is not asked while the rule is incomplete', () => {
    expect(previewQuery({ ...schedule, times: '' })).toBeUndefined();
    expect(previewQuery({ ...schedule, saturday: false, sunday: false })).toBeUndefined();
  });

  it('tells the first and the last day in words', () => {
    const day = (date: string) => ({ date, times: ['10:00'] });
    const span = previewSpan({ total: 2, perDay: [day('2026-05-02'), day('2026-05-03')] }, 'ru');
    expect(span).toEqual({ from: '2 мая 2026 г.', to: '3 мая 2026 г.' });
  });
});
