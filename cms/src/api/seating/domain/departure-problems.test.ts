import { departureProblems, type Sailing, soldDepartureProblems } from './departure-problems.ts';

const sailing: Sailing = {
  ...{ activity: 'a', startAt: '10:00', endAt: '11:00', delayMinutes: null, timezone: 'UTC', vessel: 'v' },
  ...{ venue: null, berth: 'b', seating: 'general', seatingPlan: null, capacity: 50, state: 'on_sale' },
};

const taken = { bookings: 2, places: 30, ahead: true };
const free = { bookings: 0, places: 0, ahead: true };
const problems = (change: Partial<Sailing>, bookings = taken) =>
  soldDepartureProblems(sailing, { ...sailing, ...change }, bookings);
const codes = (change: Partial<Sailing>, bookings = taken) =>
  problems(change, bookings).map(({ code, path }) => [code, ...path].join(' '));

describe('an edit of a departure on which places are taken', () => {
  it('is fine when it changes nothing that people rely on', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ capacity: 30 })).toEqual([]);
    expect(codes({ capacity: 51, state: 'closed' })).toEqual([]);
  });

  it.each([
    'activity',
    'startAt',
    'endAt',
    'delayMinutes',
    'timezone',
    'vessel',
    'venue',
    'berth',
    'seating',
    'seatingPlan',
  ] as const)('may not change %s', (field) => {
    expect(codes({ [field]: 'another' })).toEqual([`DEPARTURE_HAS_ORDERS ${field}`]);
    expect(codes({ [field]: 'another' }, { ...taken, bookings: 0 })).toEqual([]);
  });

  it('names what is changed beside each field, and how many bookings there are', () => {
    const fields = { ru: 'начало, причал', en: 'the start, the berth', zh: '开始时间、码头' };
    expect(problems({ startAt: '12:00', berth: 'c' })).toEqual(
      ['startAt', 'berth'].map((field) =>
        departureProblems.DEPARTURE_HAS_ORDERS(field, { count: 2, fields }),
      ),
    );
    const said = problems({ startAt: '12:00', berth: 'c' })[0]?.message;
    expect([said?.ru, said?.en, said?.zh].every((text) => text?.includes('2'))).toBe(true);
  });

  it.each([
    ['activity', 'экскурсия или событие', 'the activity', '活动'],
    ['startAt', 'начало', 'the start', '开始时间'],
    ['endAt', 'окончание', 'the end', '结束时间'],
    ['delayMinutes', 'задержка', 'the delay', '延误'],
    ['timezone', 'часовой пояс', 'the time zone', '时区'],
    ['vessel', 'судно', 'the vessel', '船只'],
    ['venue', 'площадка', 'the venue', '场地'],
    ['berth', 'причал', 'the berth', '码头'],
    ['seating', 'вид мест', 'the kind of places', '座位类型'],
    ['seatingPlan', 'схема мест', 'the seating plan', '座位图'],
  ])('calls %s what the form calls it, in three languages', (field, ru, en, zh) => {
    const message = problems({ [field]: 'another' })[0]?.message;
    expect(message?.ru).toContain(`: ${ru}.`);
    expect(message?.en).toContain(`: ${en}.`);
    expect(message?.zh).toContain(`：${zh}。`);
  });

  it('is no way to cancel it, unless nobody has booked or it is cancelled already', () => {
    expect(codes({ state: 'cancelled' })).toEqual(['CANCEL_BY_ACTION state']);
    expect(problems({ state: 'cancelled' })[0]?.message.en).toContain('(2)');
    expect(codes({ state: 'cancelled' }, free)).toEqual([]);
    const cancelled = { ...sailing, state: 'cancelled' };
    expect(soldDepartureProblems(cancelled, cancelled, taken)).toEqual([]);
  });

  it('does not go to the archive before it is over: its vessel would be given away', () => {
    expect(codes({ archived: true })).toEqual(['ARCHIVE_WITH_ORDERS archived']);
    expect(problems({ archived: true })[0]?.message.en).toContain('(2)');
    expect(codes({ archived: true }, free)).toEqual([]);
    expect(codes({ archived: true }, { ...taken, ahead: false })).toEqual([]);
    const archived = { ...sailing, archived: true };
    expect(soldDepartureProblems(archived, archived, taken)).toEqual([]);
  });

  it('may not leave fewer places than are taken; what was too small before is no fault of this edit', () => {
    expect(codes({ capacity: 29 })).toEqual(['CAPACITY_BELOW_SOLD capacity']);
    expect(problems({ capacity: 29 })[0]?.message.en).toContain('30');
    const small = { ...sailing, capacity: 20 };
    expect(soldDepartureProblems(small, small, taken)).toEqual([]);
    expect(soldDepartureProblems(small, { ...small, capacity: 25 }, taken)).toEqual([]);
    expect(soldDepartureProblems(small, { ...small, capacity: 19 }, taken)).toHaveLength(1);
  });
});
