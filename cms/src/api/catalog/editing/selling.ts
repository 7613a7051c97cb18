import type { Core } from '@strapi/strapi';
import type { Localized } from '@gangway/kit';
import type { Preparation, Row, Rules } from '../../../frame/editing/rules.ts';
import { defineRules } from '../../../frame/editing/rules.ts';
import { amountOrPercentProblems, type AmountOrPercent } from '../domain/amount-or-percent.ts';
import { priceProblems, validityProblems, type EditedPrice } from '../domain/price-rules.ts';
import { problems } from '../domain/problems.ts';
import { paymentMethodProblems, type EditedPaymentMethod } from '../domain/payment-method-rules.ts';
import { promotionProblems, type EditedPromotion } from '../domain/promotion-rules.ts';
import { soldBySellerProblems, type CurrencyOwner } from '../domain/seller-currency.ts';
import { vatKindProblems, type Taxed } from '../domain/vat-rules.ts';
import { ticketTypeProblems, type EditedTicketType } from '../domain/ticket-type-rules.ts';
import { documentIds } from '../../../frame/editing/references.ts';
import { keepUsed } from '../../../frame/editing/keep-used.ts';
import { refreshLabels } from '../store/labels.ts';
import { soldAs } from '../store/sold.ts';
import { namedType } from './named-type.ts';
import { russianName } from '../../../frame/editing/name-label.ts';
import { renamed } from './places.ts';

type Sold = Row & Taxed & { currency: string; seller?: (CurrencyOwner & Taxed['seller']) | null };

export function ticketTypeRules(strapi: Core.Strapi): Rules {
  const named = namedType({
    strapi,
    uid: 'api::catalog.ticket-type',
    address: 'code',
    references: [
      { use: 'activities', uid: 'api::catalog.activity', field: 'ticketTypes' },
      { use: 'prices', uid: 'api::catalog.price', field: 'ticketType' },
    ],
    counted: soldAs('ticketType'),
  });
  return defineRules<Row & EditedTicketType & { name: Localized }>({
    ...named,
    values: async (typed) => [...(await named.values(typed)), ...ticketTypeProblems(typed.values)],
    follow: renamed('ticketType'),
  });
}

export function priceRules(strapi: Core.Strapi): Rules {
  const activity = { populate: { seller: true } };
  return defineRules<Row & EditedPrice>({
    room: 'catalog',
    populate: { ticketType: true, activity, event: { populate: { activity } } },
    formats: { zone: problems.ZONE_FORMAT },
    values: ({ values }) => validityProblems(values),
    check: ({ row }) => priceProblems(row),
    follow: ({ trx, row }) => refreshLabels(trx, { of: 'price', documentIds: [row.documentId] }),
    removal: keepUsed({ strapi, references: [], counted: soldAs('price') }),
  });
}

export function feeRules(strapi: Core.Strapi): Rules {
  return defineRules<Sold & AmountOrPercent>({
    ...namedType({
      ...{ strapi, uid: 'api::catalog.fee', references: [] },
      ...{ counted: soldAs('fee'), say: problems.SOLD_SWITCH_OFF },
    }),
    populate: { seller: true },
    values: ({ values }) => amountOrPercentProblems(values),
    check: ({ row, now }) => [...soldBySellerProblems(row), ...vatKindProblems(row, now)],
  });
}

export function productRules(strapi: Core.Strapi): Rules {
  const counted = soldAs('product');
  const named = namedType({ strapi, uid: 'api::catalog.product', address: 'slug', references: [], counted });
  return defineRules<Sold>({
    ...named,
    populate: { seller: true },
    check: ({ row, now }) => [...soldBySellerProblems(row), ...vatKindProblems(row, now)],
  });
}

type EditedMethod = Row &
  EditedPaymentMethod & { currency: string; seller?: CurrencyOwner & { documentId: string } };

export function paymentMethodRules(strapi: Core.Strapi): Rules {
  return defineRules<EditedMethod>({
    ...namedType({ strapi, uid: 'api::catalog.payment-method', references: [] }),
    populate: { seller: true },
    values: ({ values }) => paymentMethodProblems(values),
    check: async ({ row }) => [
      ...soldBySellerProblems(row),
      ...((await isMethodTaken(strapi, row)) ? [problems.PAYMENT_METHOD_TAKEN('key')] : []),
    ],
  });
}

async function isMethodTaken(
  strapi: Core.Strapi,
  { documentId, key, seller }: EditedMethod,
): Promise<boolean> {
  if (!seller) return false;
  const where = { key, seller: { documentId: seller.documentId }, documentId: { $ne: documentId } };
  return (await documentIds(strapi, { uid: 'api::catalog.payment-method', where })).length > 0;
}

export function promotionRules(strapi: Core.Strapi): Rules {
  return defineRules<Row & EditedPromotion>({
    room: 'catalog',
    populate: { seller: true, activities: { populate: { seller: true } } },
    formats: { code: problems.PROMOTION_CODE_FORMAT },
    prepare: withPromotionLabel,
    values: ({ values }) => [...amountOrPercentProblems(values), ...validityProblems(values)],
    check: async ({ row }) => promotionProblems(row, { taken: await isCodeTaken(strapi, row) }),
    removal: keepUsed({
      ...{ strapi, references: [] },
      ...{ counted: soldAs('promotion'), say: problems.SOLD_SWITCH_OFF },
    }),
  });
}

function withPromotionLabel({ data, before }: Preparation<Row>) {
  const typed =
    typeof data.code === 'string' ? { ...data, code: data.code.replace(/\s/g, '').toUpperCase() } : data;
  const parts = [typed.code ?? before?.code, russianName(typed) ?? russianName(before ?? {})];
  return { ...typed, label: parts.filter(Boolean).join(' · ') };
}

async function isCodeTaken(strapi: Core.Strapi, { documentId, code, seller }: Row & EditedPromotion) {
  if (!seller) return false;
  const where = { code, seller: { documentId: seller.documentId }, documentId: { $ne: documentId } };
  return (await documentIds(strapi, { uid: 'api::catalog.promotion', where })).length > 0;
}
