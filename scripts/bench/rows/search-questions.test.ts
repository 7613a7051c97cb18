import { searchQuestions } from './search-questions.ts';

const ground = {
  titles: [
    { locale: 'ru', text: 'Разводка мостов: Тихий маяк' },
    { locale: 'en', text: 'The Raising of the Bridges' },
    { locale: 'zh-Hans', text: '夜观开桥：宁静灯塔' },
  ],
  facets: [{ name: 'category', value: 'night' }],
};

describe('search questions', () => {
  it('are distinct, in three languages, and the same for the same seed', () => {
    const questions = searchQuestions({ ...ground, count: 300, seed: 7 });
    const paths = questions.map(({ path }) => path);
    expect(new Set(paths).size).toBe(300);
    expect(new Set(paths.map((path) => /locale=(..)/.exec(path)?.[1]))).toEqual(new Set(['ru', 'en', 'zh']));
    expect(searchQuestions({ ...ground, count: 300, seed: 7 })).toEqual(questions);
    expect(searchQuestions({ ...ground, count: 300, seed: 8 })).not.toEqual(questions);
  });

  it('end where there is nothing more to ask', () => {
    expect(searchQuestions({ titles: ground.titles, facets: ground.facets, count: 5, seed: 1 })).toHaveLength(
      5,
    );
  });
});
