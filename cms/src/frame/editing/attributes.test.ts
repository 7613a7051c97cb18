import { attributeProblems, defaultsOf, tidyValues, type Attributes, type Data } from './attributes.ts';

const attributes: Attributes = {
  name: { type: 'json', customField: 'global::localized-text', required: true },
  notice: { type: 'json', customField: 'global::localized-text' },
  story: { type: 'json', customField: 'global::localized-text', options: { multiline: true } },
  title: { type: 'string', maxLength: 10 },
  body: { type: 'richtext' },
  code: { type: 'string', required: true, regex: '^[A-Z]+$' },
  capacity: { type: 'integer', min: 1, max: 100 },
  kind: {
    type: 'string',
    customField: 'global::choice',
    options: { values: ['ship', 'boat'] },
    default: 'ship',
  },
};

const name = { ru: 'Метеор', en: 'Meteor', zh: '流星' };
const valid = { name, code: 'ABC' };

const languages = ['ru', 'en', 'zh'] as const;

const codes = (data: Data, { creating = false, draft = false } = {}) =>
  attributeProblems({ attributes, data, creating, draft, languages }).map(
    ({ code, path }) => `${path} ${code}`,
  );

describe('values before a write', () => {
  it('stand when they keep to the schema', () => {
    expect(codes({ ...valid, capacity: 100, kind: 'boat', title: '5 < 7 > 3' }, { creating: true })).toEqual(
      [],
    );
  });

  it('are asked for when a record is made, and never in a draft', () => {
    expect(codes({}, { creating: true })).toEqual(['name REQUIRED', 'code REQUIRED']);
    expect(codes({ code: null })).toEqual(['code REQUIRED']);
    expect(codes({})).toEqual([]);
    expect(codes({}, { creating: true, draft: true })).toEqual([]);
  });

  it.each([
    [{ capacity: 0 }, 'capacity TOO_SMALL'],
    [{ capacity: 101 }, 'capacity TOO_LARGE'],
    [{ kind: 'plane' }, 'kind UNKNOWN_CHOICE'],
    [{ code: 'abc' }, 'code WRONG_FORMAT'],
    [{ title: 'a long title' }, 'title TOO_LONG'],
    [{ title: '<b>x</b>' }, 'title HTML_NOT_ALLOWED'],
    [{ name: { ...name, zh: '<i>流星' } }, 'name HTML_NOT_ALLOWED'],
    [{ name: { ru: 'Метеор' } }, 'name TEXT_INCOMPLETE'],
    [{ name: 'Метеор' }, 'name TEXT_MALFORMED'],
    [{ name: { ...name, fr: 'Météore' } }, 'name TEXT_MALFORMED'],
    [{ notice: { ru: 'Задержка' } }, 'notice TEXT_INCOMPLETE'],
  ])('%j are refused: %s', (data, problem) => {
    expect(codes(data)).toEqual([problem]);
  });

  it('may hold tags where texts are long', () => {
    expect(codes({ body: '<b>x</b>', story: { ru: '<b>', en: '<b>', zh: '<b>' } })).toEqual([]);
  });

  it('name the languages that are missing', () => {
    const [problem] = attributeProblems({
      attributes,
      data: { name: { ru: 'Метеор', en: ' ' } },
      creating: false,
      draft: false,
      languages,
    });
    expect(problem?.message.en).toContain('Missing: English, Chinese.');
    expect(problem?.message.zh).toContain('英文、中文');
  });

  it('may lack a language that is not in use', () => {
    const data = { name: { ru: 'Метеор', en: 'Meteor', zh: '' } };
    const asked = { attributes, data, creating: false, draft: false };
    expect(attributeProblems({ ...asked, languages: ['ru', 'en'] })).toEqual([]);
    expect(attributeProblems({ ...asked, languages })).toHaveLength(1);
  });

  it('are tidied: no spaces around, nothing instead of emptiness', () => {
    const typed = {
      title: '  ',
      code: ' ABC ',
      name: { ru: ' М ', en: 'M', zh: '流' },
      notice: { ru: ' ', en: '' },
    };
    expect(tidyValues(attributes, typed)).toEqual({
      title: null,
      code: 'ABC',
      name: { ru: 'М', en: 'M', zh: '流' },
      notice: null,
    });
  });

  it('fall back to what the schema says', () => {
    expect(defaultsOf(attributes)).toEqual({ kind: 'ship' });
  });
});
