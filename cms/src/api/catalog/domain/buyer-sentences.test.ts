import { ageWords } from './age-words.ts';
import { refundableUntil, refundSentence } from './refund-rule.ts';

const ages = (minAge: number | null, maxAge: number | null) => ({ minAge, maxAge });

describe('ages in words', () => {
  it('follow the grammar of each language', () => {
    expect(ageWords(ages(7, 14), 'ru')).toBe('7–14 лет');
    expect(ageWords(ages(1, 3), 'ru')).toBe('1–3 года');
    expect(ageWords(ages(21, null), 'ru')).toBe('От 21 года');
    expect(ageWords(ages(18, null), 'ru')).toBe('От 18 лет');
    expect(ageWords(ages(18, null), 'en')).toBe('From 18 years');
    expect(ageWords(ages(0, 6), 'zh')).toBe('6 岁及以下');
    expect(ageWords(ages(null, null), 'en')).toBe('Any age');
  });
});

describe('the refund rule', () => {
  const start = Date.parse('2026-12-02T12:00:00Z');

  it('ends a day before, at departure, or never begins', () => {
    expect(refundableUntil('until24h', start)).toBe(Date.parse('2026-12-01T12:00:00Z'));
    expect(refundableUntil('flexible', start)).toBe(start);
    expect(refundableUntil('nonRefundable', start)).toBeNull();
  });

  it('always promises everything back when we cancel', () => {
    for (const kind of ['until24h', 'flexible', 'nonRefundable'] as const) {
      expect(refundSentence(kind, 'en')).toContain('If we cancel');
      expect(refundSentence(kind, 'ru')).toContain('вернём всё');
      expect(refundSentence(kind, 'zh')).toContain('全额退还');
    }
  });
});
