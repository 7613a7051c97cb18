import { createClock, type ClockMove } from './clock.ts';

const real = Date.parse('2026-11-20T10:00:00Z');
const hour = 3_600_000;

function clockAt(start = real) {
  const time = { now: start };
  return { time, clock: createClock({ realNow: () => time.now }) };
}

describe('the clock', () => {
  it('is real time until it is moved', () => {
    const { clock } = clockAt();
    expect(clock.now()).toEqual(new Date(real));
    expect(clock.offsetMs).toBe(0);
  });

  it('runs on from where it was moved to', () => {
    const { clock, time } = clockAt();
    clock.moveTo(new Date('2027-01-01T00:00:00Z'));
    time.now += hour;
    expect(clock.now()).toEqual(new Date('2027-01-01T01:00:00Z'));
  });

  it('shifts by steps and comes back to real time', () => {
    const { clock } = clockAt();
    clock.shiftBy(hour);
    clock.shiftBy(hour);
    expect(clock.offsetMs).toBe(2 * hour);
    clock.reset();
    expect(clock.now()).toEqual(new Date(real));
  });

  it('tells its listeners of each move until they unsubscribe', () => {
    const { clock } = clockAt();
    const moves: ClockMove[] = [];
    const stop = clock.onMove((move) => moves.push(move));
    clock.shiftBy(hour);
    stop();
    clock.shiftBy(hour);
    expect(moves).toEqual([{ now: new Date(real + hour), offsetMs: hour }]);
  });

  it('keeps silent when the same offset is set again', () => {
    const { clock } = clockAt();
    const moves: ClockMove[] = [];
    clock.onMove((move) => moves.push(move));
    clock.setOffset(0);
    expect(moves).toEqual([]);
  });

  it('refuses a date that is none', () => {
    const { clock } = clockAt();
    expect(() => clock.moveTo(new Date('not a date'))).toThrow('real date');
    expect(clock.offsetMs).toBe(0);
  });
});
