import { pictureOf, recordName, rowTitle, writtenIn, zoneOf } from './row.ts';

const name = { ru: 'Чайка', en: 'Seagull', zh: '海鸥' };

describe('what a row is called', () => {
  it('is its name in the language of the panel', () => {
    expect(rowTitle({ documentId: 'a', name, label: 'Чайка' }, 'zh')).toBe('海鸥');
    expect(recordName({ name }, 'en')).toBe('Seagull');
  });

  it('falls back to the title, then to the computed label', () => {
    expect(recordName({ title: 'Белая ночь' }, 'en')).toBe('Белая ночь');
    expect(recordName({ label: 'Цена', name: { ru: '', en: '', zh: '' } }, 'en')).toBe('Цена');
    expect(recordName(null, 'en')).toBe('');
  });

  it('knows in which language a linked record is written', () => {
    expect(writtenIn({ documentId: 'a', locale: 'ru', title: 'Белая ночь' })).toEqual({
      documentId: 'a',
      locale: 'ru',
    });
    expect(writtenIn({ documentId: 'a', locale: null, name })).toBeUndefined();
  });
});

describe('a row', () => {
  it('keeps to its own zone, and to that of the business without one', () => {
    expect(zoneOf({ documentId: 'a', timezone: 'Asia/Shanghai' })).toBe('Asia/Shanghai');
    expect(zoneOf({ documentId: 'a', timezone: 'nowhere' })).toBe('Europe/Moscow');
  });

  it('shows its first picture', () => {
    expect(pictureOf([{ url: '/a.webp' }, { url: '/b.webp' }])?.url).toBe('/a.webp');
    expect(pictureOf(null)).toBeUndefined();
  });
});
