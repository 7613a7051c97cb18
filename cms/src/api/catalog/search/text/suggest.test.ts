import { suggestionsFor } from './suggest.ts';
import { buildTextIndex, type SearchText } from './text-index.ts';

const text = (title: string): SearchText => ({
  ...{ title, summary: '', category: '', route: '', berth: '', vessel: '', kind: '' },
});

const documents = [
  { ru: text('Катер по каналам'), en: text('Motorboat on the Canals'), zh: text('运河快艇') },
  { ru: text('Яхта «Ингрия»'), en: text('Yacht Ingria'), zh: text('英格里亚号游艇') },
  { ru: text('Разводка мостов'), en: text('Raised Bridges'), zh: text('夜观开桥') },
].map((texts) => ({ texts }));

const ru = buildTextIndex(documents, 'ru');
const en = buildTextIndex(documents, 'en');

describe('words that may have been meant', () => {
  it('are those of the query that are known, together and one by one', () => {
    expect(suggestionsFor(ru, 'дирижабль яхта мостов')).toEqual(['яхта мостов', 'яхта', 'мостов']);
    expect(suggestionsFor(ru, 'rfnth дирижабль')).toEqual(['катер']);
  });

  it('are further from what was typed than a search goes', () => {
    expect(suggestionsFor(ru, 'разфоткка')).toEqual(['разводка']);
    expect(suggestionsFor(en, 'mottorbotte')).toEqual(['motorboat']);
  });

  it('are none for what is like nothing, and for poison', () => {
    for (const q of ['', '?!.*', 'щщщщщщщщ', 'катер'.repeat(2_000), '龘'.repeat(500)])
      expect(suggestionsFor(ru, q)).toEqual([]);
  });
});
