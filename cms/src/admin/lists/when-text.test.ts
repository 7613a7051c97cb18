import { panelWords } from '../words/panel-words.ts';
import type { Say } from '../words/use-words.ts';
import { whenText } from './when-text.ts';

const say: Say = (id, values = {}) =>
  Object.entries(values).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, String(value)),
    panelWords[id].ru,
  );

const at = (instant: string, zone = 'Europe/Moscow', now = '2026-11-20T12:00:00Z') =>
  whenText({ instant, zone, tag: 'ru', now: new Date(now), say });

describe('a moment in a list', () => {
  it('is today and tomorrow by the clock of its place', () => {
    expect(at('2026-11-20T15:30:00Z')).toBe('сегодня, 18:30');
    expect(at('2026-11-20T21:30:00Z')).toBe('завтра, 00:30');
  });

  it('is tomorrow by the day of the business, though it is still yesterday at its place', () => {
    expect(at('2026-11-21T08:00:00Z', 'Europe/Kaliningrad', '2026-11-19T21:30:00Z')).toBe(
      'завтра, 10:00 UTC+2',
    );
  });

  it('is a date where the place and the business have different ones', () => {
    expect(at('2026-11-20T21:30:00Z', 'Europe/Kaliningrad')).toBe('пт, 20 нояб., 23:30 UTC+2');
  });

  it('is a weekday and a date otherwise, with the year when it is another one', () => {
    expect(at('2026-11-22T07:00:00Z')).toBe('вс, 22 нояб., 10:00');
    expect(at('2027-01-02T07:00:00Z')).toContain('2027');
  });

  it('says which clock it is by in a place with another one', () => {
    expect(at('2026-11-20T15:30:00Z', 'Asia/Nicosia')).toBe('сегодня, 17:30 UTC+2');
  });
});
