import { dayPresets, isStale, presetConditions, presetOf, withPreset } from './day-presets.ts';

const moment = { now: new Date('2026-11-20T22:30:00Z'), zone: 'Europe/Moscow' };
const tomorrow = { ...moment, now: new Date('2026-11-21T22:30:00Z') };
const onSale = { state: { $eq: 'on_sale' } };

describe('the times a manager looks at', () => {
  it('are days of the zone', () => {
    expect(presetConditions('today', moment)).toEqual([
      { startAt: { $between: ['2026-11-20T21:00:00.000Z', '2026-11-21T21:00:00.000Z'] } },
    ]);
    expect(presetConditions('all', moment)).toEqual([]);
  });

  it.each(dayPresets)('%s is recognised in the address it has written', (preset) => {
    expect(presetOf(withPreset([onSale], preset, moment), moment)).toBe(preset);
  });

  it('leave other conditions alone', () => {
    const conditions = withPreset(withPreset([onSale], 'today', moment), 'week', moment);
    expect(conditions.filter((one) => 'state' in one)).toEqual([onSale]);
    expect(conditions).toHaveLength(2);
  });

  it('are not taken for a condition of the manager', () => {
    expect(presetOf([{ startAt: { $gte: '2026-01-01' } }], moment)).toBeUndefined();
  });

  it('move on with the day', () => {
    const kept = withPreset([onSale], 'upcoming', moment);
    expect(isStale(kept, moment)).toBe(false);
    expect(isStale(kept, tomorrow)).toBe(true);
    expect(isStale([{ startAt: { $gte: '2026-01-01' } }], moment)).toBe(false);
    expect(isStale([], moment)).toBe(false);
  });
});
