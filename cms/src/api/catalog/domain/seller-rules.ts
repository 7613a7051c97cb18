import { type Localized, vatCountries } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';
import { isInn, isOgrn } from './russian-requisites.ts';

/** A seller as it stands after an edit. */
export type EditedSeller = {
  country: string;
  currency: string;
  taxRegime: string;
  inn?: string | null;
  kpp?: string | null;
  ogrn?: string | null;
};

/**
 * What stands on every ticket, paper and receipt: a seller in Russia has requisites of its form, and their check
 * digits are right. Requisites of other countries are not ours to check.
 */
export function requisiteProblems(seller: Partial<EditedSeller>): Problem[] {
  const russian = seller.country === 'RU';
  return [
    ...(russian === (seller.taxRegime === 'foreign') ? [problems.REGIME_OF_OTHER_COUNTRY('taxRegime')] : []),
    ...(russian ? [...innProblems(seller), ...ogrnProblems(seller)] : []),
  ];
}

/** `used`: something of the seller's is counted in this other currency. */
export function currencyChangeProblems(used: string | undefined): Problem[] {
  return used ? [problems.CURRENCY_IN_USE('currency', { currency: used })] : [];
}

/**
 * `uses`: what is taxed by the rates of the country, none when there is nothing. A country that has no rates at all
 * may be mended.
 */
export function countryChangeProblems({ before, after, uses }: CountryChange): Problem[] {
  if (!uses || before === after || !vatCountries.includes(before)) return [];
  return [problems.COUNTRY_IN_USE('country', { uses })];
}

export type CountryChange = { before: string; after: string; uses: Localized | undefined };

function innProblems({ inn, kpp }: Partial<EditedSeller>): Problem[] {
  if (!inn) return [problems.INN_REQUIRED('inn')];
  if (!isInn(inn)) return [problems.INN_CHECKSUM('inn')];
  return isCompany(inn) && !kpp ? [problems.KPP_REQUIRED('kpp')] : [];
}

function ogrnProblems({ inn, ogrn }: Partial<EditedSeller>): Problem[] {
  if (!ogrn) return [problems.OGRN_REQUIRED('ogrn')];
  if (!isOgrn(ogrn)) return [problems.OGRN_CHECKSUM('ogrn')];
  const otherForm = inn && isCompany(inn) !== (ogrn.length === 13);
  return otherForm ? [problems.OGRN_OF_OTHER_FORM('ogrn')] : [];
}

function isCompany(inn: string): boolean {
  return inn.length === 10;
}
