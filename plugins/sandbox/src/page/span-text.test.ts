import { spanText } from './span-text.ts';

const hour = 3_600_000;

describe('a length of time', () => {
  it('names its two largest units', () => {
    expect(spanText(51 * hour, 'ru')).toBe('2 дня 3 часа');
    expect(spanText(24 * hour, 'en')).toBe('1 day');
    expect(spanText(24 * hour + 60_000, 'en')).toBe('1 day');
    expect(spanText(90_000, 'en')).toBe('1 minute 30 seconds');
    expect(spanText(15 * 60_000, 'zh-Hans')).toBe('15分钟');
    expect(spanText(400, 'en')).toBe('0 seconds');
  });
});
