import { localeErrors, missingLocales, readLocalized, writeLocalized } from './localized-value.ts';

const neva = { ru: 'Нева', en: 'Neva', zh: '涅瓦' };

describe('a text in three languages', () => {
  it('is read from an object, from JSON text and from nothing', () => {
    expect(readLocalized(neva)).toEqual(neva);
    expect(readLocalized(JSON.stringify(neva))).toEqual(neva);
    expect(readLocalized(null)).toEqual({ ru: '', en: '', zh: '' });
    expect(readLocalized('{broken')).toEqual({ ru: '', en: '', zh: '' });
    expect(readLocalized({ ru: 5, en: 'Neva' })).toEqual({ ru: '', en: 'Neva', zh: '' });
  });

  it('changes one language and keeps the others', () => {
    expect(writeLocalized(neva, 'en', 'The Neva')).toEqual({ ...neva, en: 'The Neva' });
  });

  it('is nothing once all three are empty', () => {
    expect(writeLocalized({ ru: 'Н', en: '', zh: '' }, 'ru', ' ')).toBeNull();
  });

  it('says which languages are missing, and nothing before the first letter', () => {
    expect(missingLocales({ ...neva, zh: ' ' })).toEqual(['zh']);
    expect(missingLocales(neva)).toEqual([]);
    expect(missingLocales(null)).toEqual([]);
  });

  it('finds the error of each language in the answer of the server', () => {
    expect(localeErrors({ zh: 'нет перевода' })).toEqual({ zh: 'нет перевода' });
    expect(localeErrors('нет перевода')).toEqual({});
  });
});
