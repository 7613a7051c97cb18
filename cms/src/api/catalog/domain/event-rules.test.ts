import {
  earlyStateProblems,
  eventProblems,
  eventValueProblems,
  stateProblems,
  type EditedEvent,
} from './event-rules.ts';

const event: EditedEvent = {
  state: 'on_sale',
  timezone: 'Europe/Moscow',
  startAt: '2027-06-01T10:00:00Z',
  endAt: '2027-06-01T11:00:00Z',
  seating: 'general',
  capacity: 50,
  activity: {},
  vessel: { capacity: 50 },
};

const codes = (problems: { code: string; path: string[] }[]) =>
  problems.map(({ code, path }) => `${path.join('.')} ${code}`);

describe('a departure', () => {
  it('stands when everything fits', () => {
    expect(eventProblems(event)).toEqual([]);
    expect(eventValueProblems(event)).toEqual([]);
  });

  it('ends after it starts', () => {
    expect(codes(eventValueProblems({ ...event, endAt: event.startAt }))).toEqual(['endAt END_BEFORE_START']);
    expect(eventValueProblems({ startAt: event.startAt })).toEqual([]);
  });

  it('is sold in a window that makes sense', () => {
    const early = '2027-05-01T10:00:00Z';
    const reversed = { ...event, salesStartAt: event.startAt, salesEndAt: early };
    expect(codes(eventValueProblems(reversed))).toEqual(['salesEndAt SALES_END_BEFORE_START']);
    const late = { ...event, salesStartAt: '2027-06-02T10:00:00Z' };
    expect(codes(eventValueProblems(late))).toEqual(['salesStartAt SALES_AFTER_END']);
    expect(eventValueProblems({ ...event, salesStartAt: early, salesEndAt: event.startAt })).toEqual([]);
  });

  it.each(['Europe/Moscow', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Dubai'])(
    'leaves in the zone %s',
    (timezone) => {
      expect(eventValueProblems({ ...event, timezone })).toEqual([]);
    },
  );

  it.each(['Moscow', '+03:00', 'europe/moscow', 'Europe/Petrograd', 'MSK'])(
    'does not leave in %s',
    (timezone) => {
      expect(codes(eventValueProblems({ ...event, timezone }))).toEqual(['timezone UNKNOWN_TIMEZONE']);
    },
  );

  it('belongs to an activity and leaves from somewhere', () => {
    const lost = { ...event, activity: null, vessel: null };
    expect(codes(eventProblems(lost))).toEqual(['activity ACTIVITY_REQUIRED', 'vessel PLACE_REQUIRED']);
    expect(eventProblems({ ...event, vessel: null, venue: {} })).toEqual([]);
  });

  it('takes no more people than the vessel holds', () => {
    const [problem] = eventProblems({ ...event, capacity: 51 });
    expect(problem).toMatchObject({ code: 'CAPACITY_OVER_VESSEL', path: ['capacity'] });
    expect(problem?.message.ru).toContain('50');
  });

  it('with numbered places needs a plan and fits into it', () => {
    const assigned = { ...event, seating: 'assigned' };
    expect(codes(eventProblems(assigned))).toEqual(['seatingPlan PLAN_REQUIRED']);
    expect(codes(eventProblems({ ...assigned, seatingPlan: { capacity: 40 } }))).toEqual([
      'capacity CAPACITY_OVER_PLAN',
    ]);
    expect(eventProblems({ ...assigned, capacity: 40, seatingPlan: { capacity: 40 } })).toEqual([]);
  });
});

describe('the state of a departure', () => {
  it.each([
    ['draft', 'on_sale'],
    ['on_sale', 'closed'],
    ['closed', 'on_sale'],
    ['departed', 'completed'],
    ['cancelled', 'cancelled'],
  ])('moves from %s to %s', (before, after) => {
    expect(stateProblems(before, after)).toEqual([]);
  });

  it.each([
    ['cancelled', 'on_sale'],
    ['completed', 'on_sale'],
    ['departed', 'cancelled'],
  ])('does not move from %s to %s', (before, after) => {
    expect(codes(stateProblems(before, after))).toEqual(['state STATE_FINAL']);
  });

  it.each(['departed', 'completed'])(
    'is not %s more than an hour before it leaves, delay included',
    (state) => {
      const startAt = '2026-06-01T12:00:00.000Z';
      const said = (at: string, { before = 'on_sale', delayMinutes = null as number | null } = {}) =>
        codes(earlyStateProblems(before, { state, startAt, delayMinutes }, new Date(at)));
      expect(said('2026-06-01T10:59:59.999Z')).toEqual(['state STATE_TOO_EARLY']);
      expect(said('2026-06-01T11:00:00.000Z')).toEqual([]);
      expect(said('2026-06-01T11:00:00.000Z', { delayMinutes: 30 })).toEqual(['state STATE_TOO_EARLY']);
      expect(said('2026-06-01T10:00:00.000Z', { before: state })).toEqual([]);
    },
  );

  it('is closed for sale at any time', () => {
    const early = { state: 'closed', startAt: '2026-06-01T12:00:00.000Z' };
    expect(earlyStateProblems('on_sale', early, new Date(0))).toEqual([]);
  });
});
