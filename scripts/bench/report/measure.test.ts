import { spread, verdictOf, wordsOf } from './measure.ts';
import type { Measure } from './measure.ts';

const measure = (changes: Partial<Measure>): Measure => ({
  ...{ name: 'x', unit: 'ms', better: 'less', values: [10, 30, 20] },
  ...changes,
});

describe('what several rounds say', () => {
  it('is their median and range', () => {
    expect(spread([10, 30, 20])).toEqual({ median: 20, min: 10, max: 30 });
    expect(spread([10, 20])).toEqual({ median: 15, min: 10, max: 20 });
    expect(spread([])).toBeUndefined();
  });
});

describe('the verdict', () => {
  it.each([
    ['met', 'goal met', { floor: 100, goal: 20 }],
    ['floor', 'floor met, goal missed by 100 %', { floor: 100, goal: 10 }],
    ['missed', 'missed by 33 %', { floor: 15, goal: 10 }],
    ['met', 'floor met', { floor: 20 }],
    ['missed', 'missed by 100 %', { goal: 10 }],
    ['told', '', {}],
    ['nothing', 'not measured', { values: [], goal: 10 }],
    ['met', 'goal met', { better: 'more', goal: 20 }],
    ['floor', 'floor met, goal missed by 50 %', { better: 'more', floor: 10, goal: 40 }],
    ['missed', 'missed by 20', { floor: 0, goal: 0 }],
    ['missed', 'missed by 50 %', { better: 'more', floor: 40, goal: 80 }],
  ] satisfies [string, string, Partial<Measure>][])('%s: %s', (verdict, words, changes) => {
    expect(verdictOf(measure(changes))).toBe(verdict);
    expect(wordsOf(measure(changes))).toBe(words);
  });
});
