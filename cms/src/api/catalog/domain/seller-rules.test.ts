import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vatCountries } from '@gangway/kit';
import { countryChangeProblems, currencyChangeProblems, requisiteProblems } from './seller-rules.ts';

const company = {
  country: 'RU',
  taxRegime: 'general',
  inn: '7707083893',
  kpp: '773601001',
  ogrn: '1027700132195',
};

const codes = (seller: Parameters<typeof requisiteProblems>[0]) =>
  requisiteProblems(seller).map(({ code, path }) => `${path.join('.')} ${code}`);

describe('the requisites of a seller', () => {
  it('stand for a company and for an entrepreneur', () => {
    expect(codes(company)).toEqual([]);
    expect(codes({ ...company, inn: '500100732259', kpp: null, ogrn: '304500116000157' })).toEqual([]);
  });

  it('must be there in Russia', () => {
    expect(codes({ ...company, inn: null, ogrn: '' })).toEqual(['inn INN_REQUIRED', 'ogrn OGRN_REQUIRED']);
    expect(codes({ ...company, kpp: null })).toEqual(['kpp KPP_REQUIRED']);
  });

  it('are told from typing errors by their check digits', () => {
    expect(codes({ ...company, inn: '7707083894', ogrn: '1027700132196' })).toEqual([
      'inn INN_CHECKSUM',
      'ogrn OGRN_CHECKSUM',
    ]);
  });

  it('are of one form', () => {
    expect(codes({ ...company, ogrn: '304500116000157' })).toEqual(['ogrn OGRN_OF_OTHER_FORM']);
  });

  it('are not ours to check abroad', () => {
    expect(codes({ country: 'AE', taxRegime: 'foreign', inn: '1' })).toEqual([]);
  });

  it('go with a regime of the country', () => {
    expect(codes({ ...company, taxRegime: 'foreign' })).toEqual(['taxRegime REGIME_OF_OTHER_COUNTRY']);
    expect(codes({ country: 'AE', taxRegime: 'general' })).toEqual(['taxRegime REGIME_OF_OTHER_COUNTRY']);
  });
});

describe('the currency of a seller', () => {
  it('stays while something is counted in it', () => {
    expect(currencyChangeProblems(undefined)).toEqual([]);
    expect(currencyChangeProblems('RUB')[0]?.message.en).toContain('RUB');
  });
});

describe('the country of a seller', () => {
  const uses = { ru: 'товары (1)', en: 'products (1)', zh: '商品（1）' };

  it('stays while something is taxed by its rates', () => {
    const change = { before: 'RU', after: 'EE', uses };
    expect(countryChangeProblems(change)[0]).toMatchObject({ code: 'COUNTRY_IN_USE', path: ['country'] });
    expect(countryChangeProblems(change)[0]?.message.en).toContain('products (1)');
    expect(countryChangeProblems({ ...change, uses: undefined })).toEqual([]);
    expect(countryChangeProblems({ ...change, after: 'RU' })).toEqual([]);
  });

  it('that has no rates may be mended', () => {
    expect(countryChangeProblems({ before: 'DE', after: 'RU', uses })).toEqual([]);
  });

  it('is one of those whose rates are known', () => {
    const schema = join(__dirname, '../content-types/seller/schema.json');
    const { attributes } = JSON.parse(readFileSync(schema, 'utf8')) as {
      attributes: { country: { options: { values: string[] } } };
    };
    expect(attributes.country.options.values).toEqual(vatCountries);
  });
});
