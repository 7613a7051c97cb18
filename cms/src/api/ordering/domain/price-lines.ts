import { type Localized, locales, money, multiply, vatOf } from '@gangway/kit';
import { productTax } from '../../catalog/domain/snapshot.ts';
import { type CurrentPrice, currentPrices } from '../../catalog/domain/tariff.ts';
import { type Fee, feeOn, type Tax, withTax } from '../../catalog/domain/tax.ts';
import { planSeats } from '../../seating/domain/whole-tables.ts';
import { seatingErrors } from '../../seating/errors.ts';
import type { WantedProduct } from './basket.ts';
import type { AdmissionFacts, Passenger } from './order.ts';
import type { PricedLine } from './priced-line.ts';
import type { Ticket } from './tickets.ts';

/** @throws SALES_CLOSED when the ticket has no price at the moment */
export function ticketLine(ticket: Ticket, { position, now }: { position: number; now: number }): PricedLine {
  const { departure, type, zone, quantity } = ticket;
  const { price, ...source } = priceNow(ticket, now);
  return {
    ...line({ position, tax: departure.tax, unitAmount: price.amount, quantity }),
    ...{ kind: 'admission', eventId: departure.id, holdId: ticket.holdId, seatCode: ticket.seatCode, zone },
    ...{ ticketTypeId: type.id, activityId: departure.activity.id, facts: factsOf(ticket) },
    names: ticketNames(ticket),
    passenger: passengerOf(ticket),
    rules: [
      ...ticket.rules,
      { rule: 'price', zone: source.zone, from: iso(source.from), to: iso(source.to) },
    ],
  };
}

// A ticket that takes no place is in no zone: it costs what it costs in the cheapest one.
function priceNow({ departure, type, zone }: Ticket, now: number) {
  const prices = currentPrices(departure.tariffs, now).filter(({ ticketType }) => ticketType.id === type.id);
  const own = prices.find((price) => price.zone === zone) ?? prices.find((price) => price.zone === null);
  const found = own ?? (type.occupiesPlace ? undefined : cheapestOf(prices));
  if (found) return found;
  const what = { ticketTypeId: type.id, zone, eventIds: [departure.id] };
  throw seatingErrors.SALES_CLOSED({ reason: 'no_price', ...what });
}

function cheapestOf(prices: readonly CurrentPrice[]): CurrentPrice | undefined {
  return prices.toSorted((left, right) => left.price.amount - right.price.amount)[0];
}

/** A digital good is rendered when it is bought: its tax is that of the moment. */
export function productLine(
  { product, quantity }: WantedProduct,
  { position, now }: { position: number; now: number },
): PricedLine {
  const { row } = product;
  const tax = productTax(product, new Date(now));
  const price = withTax(money(row.amount, row.currency), tax);
  return {
    ...line({ position, tax, unitAmount: price.amount, quantity }),
    ...{ kind: 'product', productId: row.id, productKind: row.kind, names: row.name },
    rules: [{ rule: 'price', zone: null, from: null, to: null }],
  };
}

/**
 * The fees on a ticket, each a line of its own. They are counted on the ticket's price before discounts; a ticket
 * that costs nothing, also after its discount, bears none.
 */
export function feeLines(ticket: PricedLine, { fees, currency, firstPosition }: FeeSource): PricedLine[] {
  if (ticket.amount === 0) return [];
  const price = money(ticket.unitAmount, currency);
  const charged = fees.map((fee) => ({ fee, unitAmount: feeOn(price, fee).amount }));
  return charged
    .filter(({ unitAmount }) => unitAmount > 0)
    .map(({ fee, unitAmount }, index) => ({
      ...line({ position: firstPosition + index, tax: fee.tax, unitAmount, quantity: ticket.quantity }),
      ...{ kind: 'fee', eventId: ticket.eventId, feeId: fee.row.id, forPosition: ticket.position },
      names: fee.row.name,
      rules: [feeRule(fee)],
    }));
}

export type FeeSource = {
  fees: readonly Fee[];
  currency: Ticket['departure']['seller']['currency'];
  firstPosition: number;
};

function feeRule({ row }: Fee) {
  return row.kind === 'percent'
    ? { rule: 'fee', percent: row.percent }
    : { rule: 'fee', amount: row.amount, currency: row.currency };
}

/** The tax within what is paid in the end: counted once per line, after discounts, halves up. */
export function taxed(priced: PricedLine): PricedLine {
  const { vatMode, vatRateBp: rateBp, amount } = priced;
  const mode = vatMode === 'none' ? 'none' : 'included';
  return { ...priced, vatAmount: vatOf({ amount, mode, rateBp }).vat };
}

type Bare = { position: number; tax: Tax; unitAmount: number; quantity: number };

const nothing = {
  ...{ eventId: null, holdId: null, seatCode: null, zone: null, ticketTypeId: null, productId: null },
  ...{ productKind: null, feeId: null, forPosition: null, activityId: null, facts: null, passenger: null },
} as const;

function line({ position, tax, unitAmount, quantity }: Bare) {
  return {
    ...nothing,
    ...{ position, quantity, unitAmount, listAmount: listAmount(unitAmount, tax), discountAmount: 0 },
    amount: multiply({ amount: unitAmount, currency: 'RUB' }, quantity).amount,
    ...{ vatMode: tax.mode, vatRateBp: tax.rateBp, vatAmount: 0 },
  };
}

// What a price list without VAT says is the price less the VAT within it.
function listAmount(unitAmount: number, { mode, rateBp }: Tax): number {
  return mode === 'excluded' ? vatOf({ amount: unitAmount, mode: 'included', rateBp }).net : unitAmount;
}

function ticketNames({ departure, type }: Ticket): Localized {
  const title = activityNames(departure);
  return localized((locale) => `${title[locale]} · ${type.name[locale]}`);
}

// A language in which the activity is not published borrows the title of another.
function activityNames({ activity }: Ticket['departure']): Localized {
  return localized((locale) => activity.texts[locale]?.title ?? activity.facts.title);
}

function localized(text: (locale: keyof Localized) => string): Localized {
  return Object.fromEntries(locales.map((locale) => [locale, text(locale)])) as Localized;
}

function factsOf({ departure, type, seatCode }: Ticket): AdmissionFacts {
  const { startAt, endAt, event, activity } = departure;
  return {
    ...{
      activity: activityNames(departure),
      ticketType: type.name,
      startAt,
      endAt,
      timezone: event.timezone,
    },
    ...{ refundPolicy: activity.facts.refundPolicy, occupiesPlace: type.occupiesPlace },
    ...tableOf(departure, seatCode),
  };
}

function tableOf({ plan }: Ticket['departure'], seatCode: string | null): Pick<AdmissionFacts, 'wholeTable'> {
  const wholeTable = plan && seatCode !== null ? planSeats(plan).get(seatCode)?.wholeTable : undefined;
  return wholeTable === undefined ? {} : { wholeTable };
}

function passengerOf({ passenger }: Ticket): Passenger | null {
  if (!passenger) return null;
  const { fullName, birthDate, document } = passenger;
  return {
    fullName,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(document === undefined ? {} : { document }),
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
