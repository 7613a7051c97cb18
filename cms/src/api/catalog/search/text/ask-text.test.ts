import { askText } from './ask-text.ts';
import { otherLayout } from './keyboard.ts';
import { syllableOf, syllablesIn } from './pinyin.ts';
import { inCyrillic, inLatin, soundOf } from './sound.ts';
import { buildTextIndex, type SearchText } from './text-index.ts';
import { plain } from './words.ts';

const text = (title: string, more: Partial<SearchText> = {}): SearchText => ({
  ...{ title, summary: '', category: '', route: '', berth: '', vessel: '', kind: '' },
  ...more,
});

const documents = [
  { ru: text('Катер по каналам'), en: text('Motorboat on the Canals'), zh: text('运河快艇') },
  {
    ru: text('Яхта «Ингрия»', { summary: 'С капитаном' }),
    en: text('Yacht Ingria'),
    zh: text('英格里亚号游艇'),
  },
  { ru: text('Белая ночь на Неве'), en: text('White Night on the Neva'), zh: text('涅瓦河白夜慢航') },
  { ru: text('Ночные мосты', { berth: 'Пристань' }) },
].map((texts) => ({ texts }));

const indexes = {
  ru: buildTextIndex(documents, 'ru'),
  en: buildTextIndex(documents, 'en'),
  zh: buildTextIndex(documents, 'zh'),
};

function found(q: string, locale: keyof typeof indexes = 'ru'): number[] {
  const scores = askText(indexes[locale], q)?.scores ?? new Float32Array();
  return [...scores.keys()].filter((place) => scores[place] !== 0);
}

const searchedFor = (q: string, locale: keyof typeof indexes = 'ru') =>
  askText(indexes[locale], q)?.searchedFor;

describe('words', () => {
  it('are found by their beginning and in other forms, and nothing is said of it', () => {
    expect([found('ка'), found('катером'), found('белыми ночами')]).toEqual([[0, 1], [0], [2]]);
    expect(searchedFor('катером')).toBeUndefined();
  });

  it('must all be there, but one of three may be missing', () => {
    expect(found('катер яхта')).toEqual([]);
    expect(found('белая ночь дирижабль')).toEqual([2]);
    expect(searchedFor('белая ночь дирижабль')).toBe('белая ночь');
  });

  it.each([
    ['rfnth', [0], 'катер'],
    ['yahta', [1], 'яхта'],
    ['jakhta', [1], 'яхта'],
    ['катир', [0], 'катер'],
    ['zhtra bezumie', [], undefined],
  ])('%s finds %j', (q, places, said) => {
    expect(found(q)).toEqual(places);
    expect(searchedFor(q)).toBe(said);
  });

  it('are no other words: mistakes are counted by what is left of a word without its ending', () => {
    const titles = ['Дорога к маякам', 'Meetings on board', 'He sits at the wheel', 'Капли', 'Губы'];
    const index = buildTextIndex(
      titles.map((title) => ({ texts: { ru: text(title), en: text(title) } })),
      'ru',
    );
    const foundFor = (q: string) => askText(index, q)?.searchedFor;
    expect(['dirigible', 'metro', 'пицца', 'капуть', 'museum'].map(foundFor)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(['дарога', 'маекам', 'meatings', 'whel'].map(foundFor)).toEqual([
      'дорога',
      'маякам',
      'meetings',
      'wheel',
    ]);
  });

  it('in another alphabet are no short words that sound almost alike: the alphabet is a mistake by itself', () => {
    const titles = ['The engines stop', 'Story of a fort', 'Kronstadt', 'Андромеда'];
    const index = buildTextIndex(
      titles.map((title) => ({ texts: { en: text(title) } })),
      'en',
    );
    const foundFor = (q: string) => askText(index, q)?.searchedFor;
    expect(['стол', 'cnjk', 'столы', 'торт'].map(foundFor)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect(['стоп', 'stob', 'кронштадт', 'andromede', 'андрамеда'].map(foundFor)).toEqual([
      'stop',
      'stop',
      'kronstadt',
      'андромеда',
      'андромеда',
    ]);
  });

  it('that ask for a ticket to whatever it is say nothing by themselves', () => {
    expect(found('купить билеты на катер')).toEqual([0]);
    expect(found('buy tickets yacht', 'en')).toEqual([1]);
  });

  it('are shown as dictionaries have them, in whatever form the catalogue uses them', () => {
    const titles = ['Прогулки на яхте', 'Яхта на день', 'Аренда катера', 'Катер'];
    const index = buildTextIndex(
      titles.map((title) => ({ texts: { ru: text(title) } })),
      'ru',
    );
    expect(['yahta', 'jahty', 'kater'].map((q) => askText(index, q)?.searchedFor)).toEqual([
      'яхта',
      'яхта',
      'катер',
    ]);
  });

  it('of another language are found in names, not in prose', () => {
    expect(found('яхта', 'en')).toEqual([1]);
    expect(found('капитаном', 'en')).toEqual([]);
  });

  it('in Chinese stand anywhere, in pinyin or in traditional characters', () => {
    expect([found('白夜', 'zh'), found('baiye', 'zh'), found('遊艇', 'zh')]).toEqual([[2], [2], [1]]);
    expect(searchedFor('baiye', 'zh')).toBe('白夜');
  });

  it('of an activity that is not published in the language are not there', () => {
    expect([found('мосты'), found('мосты', 'en')]).toEqual([[3], []]);
  });
});

describe('what is no query', () => {
  it.each(['', '   ', '?!.*', '🚢🛥', '\u0000', '—'])('%j asks for nothing', (q) => {
    expect(askText(indexes.ru, q)).toBeUndefined();
  });

  it.each([['.*'.repeat(40) + 'катер'], ['катер\u0000'], ['(катер'], ['🚢катер🚢'], ['КАТЕР']])(
    '%j is the word in it',
    (q) => expect(found(q)).toEqual([0]),
  );

  it('is looked at no further than its twelfth word', () => {
    const words = Array.from({ length: 200 }, () => 'катер');
    expect(found([...words, 'дирижабль'].join(' '))).toEqual([0]);
    expect(found(`${'дирижабль '.repeat(200)}катер`)).toEqual([]);
  });

  it('may be one word of ten thousand letters', () => {
    expect(found('катер'.repeat(2_000))).toEqual([]);
    expect(found('龘'.repeat(10_000), 'zh')).toEqual([]);
  });
});

describe('the ways to read what was typed', () => {
  it('are the other layout of the keys, both ways', () => {
    expect([otherLayout('rfnth'), otherLayout('l;fp'), otherLayout('нфсре')]).toEqual([
      'катер',
      'джаз',
      'yacht',
    ]);
  });

  it('are the schemes of transliteration, which sound alike', () => {
    expect(new Set(['яхта', 'yahta', 'jakhta', 'iakhta'].map(soundOf)).size).toBe(1);
    expect([inCyrillic('shchuka'), inCyrillic('kanaly'), inCyrillic('moyka')]).toEqual([
      'щука',
      'каналы',
      'мойка',
    ]);
    expect(inLatin('щука')).toBe('shuka');
  });

  it('are syllables of pinyin, as few as can be', () => {
    expect([syllablesIn('bidehuofu'), syllablesIn('xian')]).toEqual([['bi', 'de', 'huo', 'fu'], ['xian']]);
    expect([syllablesIn('mostov'), syllableOf('夜'), syllableOf('a')]).toEqual([undefined, 'ye', undefined]);
  });

  it('are plain characters', () => {
    expect(plain('ПЁТР　觀開橋')).toBe('петр 观开桥');
  });
});
