import { defineProblems, listed } from './problem.ts';

const problems = defineProblems({
  FULL: {
    ru: 'Больше {capacity}: {names}.',
    en: 'Over {capacity}: {names}.',
    zh: '超过 {capacity}：{names}。',
  },
});

describe('a problem', () => {
  it('says its sentence in three languages, with words of each', () => {
    const names = listed([
      { ru: 'судно', en: 'vessel', zh: '船' },
      { ru: 'схема', en: 'plan', zh: '图' },
    ]);
    expect(problems.FULL('capacity', { capacity: 5, names })).toEqual({
      code: 'FULL',
      path: ['capacity'],
      message: { ru: 'Больше 5: судно, схема.', en: 'Over 5: vessel, plan.', zh: '超过 5：船、图。' },
    });
  });

  it('about the whole record stands beside no field', () => {
    expect(problems.FULL().path).toEqual([]);
  });
});
