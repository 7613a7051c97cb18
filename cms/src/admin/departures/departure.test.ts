import { asItIs, changedFields, type Departure, isHalf, noNotice } from './departure.ts';

const departure = {
  event: {
    ...{ id: 'e', title: '', state: 'on_sale', timezone: 'Europe/Moscow', delayMinutes: 0, vessel: null },
    ...{ startAt: '2026-06-20T21:30:00+03:00', leavesAt: '2026-06-20T21:30:00+03:00', notice: null },
    berth: { id: 'admiralty', name: 'Admiralty Pier' },
  },
} as unknown as Departure;
const before = asItIs(departure);

describe('a change of a departure', () => {
  it('begins with what is, by the clock of the place', () => {
    expect(before).toEqual({
      ...{ start: { date: '2026-06-20', time: '21:30' }, berth: 'admiralty', delay: 0, notice: noNotice },
    });
    expect(changedFields(departure, before)).toEqual({});
  });

  it('tells only what differs', () => {
    const start = { date: '2026-06-20', time: '22:15' };
    expect(changedFields(departure, { ...before, start })).toEqual({ startAt: '2026-06-20T19:15:00.000Z' });
    expect(changedFields(departure, { ...before, berth: 'palace', delay: 20 })).toEqual({
      ...{ berth: 'palace', delayMinutes: 20 },
    });
  });

  it('has a notice when every language has it', () => {
    const notice = { ru: 'Ждём', en: 'Waiting', zh: '等待' };
    expect(changedFields(departure, { ...before, notice })).toEqual({ notice });
    expect([isHalf({ ...notice, zh: ' ' }), isHalf(notice), isHalf(noNotice)]).toEqual([true, false, false]);
  });
});
