import { hasVatRate, type Localized, vatCountries, type VatKind, type VatMode } from '@gangway/kit';
import { listed, localized, type Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

/** Something that is taxed, as it stands after an edit, with its seller. */
export type Taxed = { vatMode: VatMode; vatKind: VatKind; seller?: { country: string } | null };

/** The shop leaves out what it cannot tax: a rate that the seller's country does not have on the day is refused. */
export function vatKindProblems({ vatMode, vatKind, seller }: Taxed, on: Date): Problem[] {
  if (vatMode === 'none' || !seller) return [];
  const { country } = seller;
  if (hasVatRate({ country, kind: vatKind, on })) return [];
  return [problems.VAT_RATE_UNKNOWN('vatKind', { country: countryName(country) })];
}

/** The countries that a seller may be in, by name. */
export function knownCountries(): Localized {
  return listed(vatCountries.map(countryName));
}

function countryName(country: string): Localized {
  return localized((locale) => new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country);
}
