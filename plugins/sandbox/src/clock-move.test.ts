import { clockMove } from './clock-move.ts';

const read = (form: string) => clockMove(new URLSearchParams(form), 'Europe/Moscow');

describe('the form of the clock', () => {
  it('asks for a step, for a time of the zone, or for real time', () => {
    expect(read('step=15m')).toEqual({ shiftMs: 900_000 });
    expect(read('step=1h')).toEqual({ shiftMs: 3_600_000 });
    expect(read('step=1d')).toEqual({ shiftMs: 86_400_000 });
    expect(read('to=2026-12-31T23:59')).toEqual({ now: '2026-12-31T20:59:00.000Z' });
    expect(read('reset=yes')).toEqual({ reset: true });
  });

  it.each(['', 'step=1y', 'step=toString', 'to=', 'to=soon', 'reset=no'])('refuses "%s"', (form) => {
    expect(read(form)).toBeUndefined();
  });
});
