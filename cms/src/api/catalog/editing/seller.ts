import type { Core } from '@strapi/strapi';
import { defineRules, type Row, type Rules } from '../../../frame/editing/rules.ts';
import { problems } from '../domain/problems.ts';
import { currencyChangeProblems, requisiteProblems, type EditedSeller } from '../domain/seller-rules.ts';
import { foreignCurrency } from '../store/editing-facts.ts';
import { namedType } from './named-type.ts';

export function sellerRules(strapi: Core.Strapi): Rules {
  const named = namedType({
    strapi,
    uid: 'api::catalog.seller',
    address: 'slug',
    references: [
      { use: 'activities', uid: 'api::catalog.activity', field: 'seller' },
      { use: 'products', uid: 'api::catalog.product', field: 'seller' },
      { use: 'fees', uid: 'api::catalog.fee', field: 'seller' },
      { use: 'promotions', uid: 'api::catalog.promotion', field: 'seller' },
    ],
  });
  return defineRules<Row & EditedSeller>({
    ...named,
    formats: {
      ...named.formats,
      country: problems.COUNTRY_FORMAT,
      inn: problems.INN_FORMAT,
      kpp: problems.KPP_FORMAT,
      ogrn: problems.OGRN_FORMAT,
    },
    values: async (typed) => [...(await named.values(typed)), ...requisiteProblems(typed.values)],
    check: async ({ row }) => currencyChangeProblems(await foreignCurrency(strapi, row)),
  });
}

export const siteRules: Rules = { room: 'catalog', formats: { accent: problems.COLOUR_FORMAT } };
