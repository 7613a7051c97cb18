import type { Core } from '@strapi/strapi';
import { defineRules, type Row, type Rules, type Written } from '../../../frame/editing/rules.ts';
import { type Reference, usesOf } from '../../../frame/editing/references.ts';
import { toldUses } from '../../../frame/editing/uses.ts';
import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from '../domain/problems.ts';
import {
  countryChangeProblems,
  currencyChangeProblems,
  requisiteProblems,
  type EditedSeller,
} from '../domain/seller-rules.ts';
import { knownCountries } from '../domain/vat-rules.ts';
import { foreignCurrency } from '../store/editing-facts.ts';
import { soldAs } from '../store/sold.ts';
import { namedType } from './named-type.ts';

/** What is taxed by the rates of the seller's country. */
const taxed: readonly Reference[] = [
  { use: 'activities', uid: 'api::catalog.activity', field: 'seller' },
  { use: 'products', uid: 'api::catalog.product', field: 'seller' },
  { use: 'fees', uid: 'api::catalog.fee', field: 'seller' },
];

export function sellerRules(strapi: Core.Strapi): Rules {
  const named = namedType({
    strapi,
    uid: 'api::catalog.seller',
    address: 'slug',
    references: [...taxed, { use: 'promotions', uid: 'api::catalog.promotion', field: 'seller' }],
    counted: soldAs('seller'),
  });
  return defineRules<Row & EditedSeller>({
    ...named,
    formats: {
      ...named.formats,
      country: (path) => problems.COUNTRY_UNKNOWN(path, { countries: knownCountries() }),
      inn: problems.INN_FORMAT,
      kpp: problems.KPP_FORMAT,
      ogrn: problems.OGRN_FORMAT,
    },
    values: async (typed) => [...(await named.values(typed)), ...requisiteProblems(typed.values)],
    check: async (written) => [
      ...currencyChangeProblems(await foreignCurrency(strapi, written.row)),
      ...(await countryProblems(strapi, written)),
    ],
  });
}

type SellerWritten = Written<Row & EditedSeller>;

async function countryProblems(strapi: Core.Strapi, { row, before }: SellerWritten): Promise<Problem[]> {
  if (!before || before.country === row.country) return [];
  const { documentId } = row;
  const uses = toldUses(await usesOf(strapi, { documentId, references: taxed }));
  return countryChangeProblems({ before: before.country, after: row.country, uses });
}

export const siteRules: Rules = { room: 'catalog', formats: { accent: problems.COLOUR_FORMAT } };
