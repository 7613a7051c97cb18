import { toldUses } from './uses.ts';

describe('who needs a record', () => {
  it('is told with numbers', () => {
    expect(toldUses({ departures: 12, schedules: 1, prices: 0 })).toEqual({
      ru: 'рейсы (12), расписания (1)',
      en: 'departures (12), schedules (1)',
      zh: '班次（12）、班次规则（1）',
    });
  });

  it('is nobody when all counts are nought', () => {
    expect(toldUses({ departures: 0 })).toBeUndefined();
  });
});
