import { dateIn, homeOf } from './home.ts';
import type { ComingDeparture } from './store/coming-departures.ts';

const now = new Date('2026-11-20T12:00:00Z');

const departure = (more: Partial<ComingDeparture>): ComingDeparture => ({
  id: 'a',
  day: 0,
  startAt: '2026-11-20T15:00:00.000Z',
  endAt: '2026-11-20T16:00:00.000Z',
  timezone: 'Europe/Moscow',
  activity: null,
  berth: null,
  vessel: null,
  state: 'on_sale',
  delayMinutes: 0,
  capacity: 90,
  ...more,
});

const home = (departures: ComingDeparture[]) => homeOf({ departures, now, today: '2026-11-20' });

describe('the home page', () => {
  it('lists what has not ended today, the cancelled too, the drafts not', () => {
    const { today } = home([
      departure({ id: 'ended', endAt: '2026-11-20T11:59:00.000Z' }),
      departure({ id: 'sailing', startAt: '2026-11-20T11:00:00.000Z', endAt: '2026-11-20T12:30:00.000Z' }),
      departure({ id: 'late', endAt: '2026-11-20T11:30:00.000Z', delayMinutes: 31 }),
      departure({ id: 'cancelled', state: 'cancelled' }),
      departure({ id: 'draft', state: 'draft' }),
      departure({ id: 'tomorrow', day: 1 }),
    ]);
    expect(today.map(({ id }) => id)).toEqual(['sailing', 'late', 'cancelled']);
  });

  it('counts seven days from today, without drafts and cancelled departures', () => {
    const { days } = home([
      departure({}),
      departure({ day: 0, state: 'cancelled' }),
      departure({ day: 2, capacity: 12 }),
      departure({ day: 2, capacity: 30 }),
      departure({ day: 7 }),
      departure({ day: -1 }),
    ]);
    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({ date: '2026-11-20', departures: 1, places: 90 });
    expect(days[2]).toEqual({ date: '2026-11-22', departures: 2, places: 42 });
    expect(days.reduce((sum, day) => sum + day.departures, 0)).toBe(3);
  });

  it('takes the date from the clock of the business', () => {
    expect(dateIn(new Date('2026-11-20T21:30:00Z'), 'Europe/Moscow')).toBe('2026-11-21');
  });
});
