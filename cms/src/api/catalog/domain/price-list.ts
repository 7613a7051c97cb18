import { type Locale, money, pick, zonedIso } from '@gangway/kit';
import { zones } from '../../seating/domain/geometry.ts';
import type { PriceList } from '../contract/price-list.ts';
import type { Departure } from './departure.ts';
import type { CatalogueNow } from './offer-now.ts';
import type { CurrentPrice } from './tariff.ts';
import { type Fee, type Tax, vatNote, withTax } from './tax.ts';

type PriceListView = PriceList['data'];

/** What holds now, by ticket type and zone. */
export function priceList(departure: Departure, catalogue: CatalogueNow, locale: Locale): PriceListView {
  const { id, seller, fees, tax, event, tariffs } = departure;
  const { prices } = catalogue.offerOf(departure);
  return {
    eventId: id,
    currency: seller.currency,
    zones: tariffs.some(({ zone }) => zone !== null) ? zoneViews(departure, locale) : [],
    prices: prices.map((price) => priceView(price, event.timezone)),
    fees: fees.map((fee) => feeView(fee, locale)),
    vat: vatView(tax, locale),
  };
}

export function zoneViews({ plan }: Departure, locale: Locale): PriceListView['zones'] {
  if (!plan) return [];
  return zones(plan).map(({ id, name, tint, capacity }) => ({
    id,
    name: pick(name, locale),
    tint,
    capacity,
  }));
}

export function vatView(tax: Tax, locale: Locale): PriceListView['vat'] {
  return { ...tax, note: vatNote(tax, locale) };
}

export function feeView({ row, tax }: Fee, locale: Locale): PriceListView['fees'][number] {
  const { id, name, kind, amount, percent, currency } = row;
  const fixed = kind === 'amount' ? withTax(money(amount ?? 0, currency), tax) : null;
  return { id, name: pick(name, locale), kind, amount: fixed, percent: kind === 'percent' ? percent : null };
}

function priceView({ ticketType, zone, price, total, to }: CurrentPrice, timezone: string) {
  return {
    ticketTypeId: ticketType.id,
    ...{ zone, price, total, validTo: to === null ? null : zonedIso(to, timezone) },
  };
}
