import type { Currency, VatKind, VatMode } from '@gangway/kit';
import type {
  ActivityRow,
  CatalogueRows,
  EventRow,
  FeeRow,
  PriceRow,
  ProductRow,
  SellerRow,
  TicketTypeRow,
} from '../../catalog/domain/catalogue-rows.ts';
import { buildSnapshot } from '../../catalog/domain/build-snapshot.ts';
import type { Shelf } from '../domain/basket.ts';

/** A catalogue out of a few rows, put together by the catalogue's own rules; nothing is stored anywhere. */

export const moment = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const text = (word: string) => ({ ru: `${word} по-русски`, en: word, zh: `${word} 中文` });

export const seller = (id: string, currency: Currency = 'RUB', country = 'RU') =>
  ({ ...{ id, slug: id, name: text(id), country, currency }, archived: false }) as SellerRow;

export const ticketType = (id: string, row: Partial<TicketTypeRow> = {}): TicketTypeRow => ({
  ...{ id, name: text(id), code: id, minAge: null, maxAge: null, occupiesPlace: true, needsAdult: false },
  ...{ proof: null, position: 0, archived: false, ...row },
});

export const adult = ticketType('adult', { minAge: 18, position: 1 });
export const child = ticketType('child', { minAge: 3, maxAge: 12, needsAdult: true, position: 2 });
export const infant = ticketType('infant', {
  ...{ minAge: 0, maxAge: 2, needsAdult: true, occupiesPlace: false, position: 3 },
});

export const attendant = ticketType('attendant', { minAge: 18, position: 4 });

type ActivityShape = {
  id: string;
  sellerId?: string;
  vatMode?: VatMode;
  vatKind?: VatKind;
  passengerData?: ActivityRow['passengerData'];
  minAge?: number | null;
};

export const activity = ({ id, sellerId = 'river', ...row }: ActivityShape) =>
  ({
    ...{
      id,
      rowId: 1,
      locale: 'ru',
      title: `Прогулка ${id}`,
      slug: id,
      kind: 'excursion',
      audience: 'public',
    },
    ...{ vatMode: 'included', vatKind: 'standard', refundPolicy: 'until24h', passengerData: 'none' },
    ...{ salesCutoffMinutes: null, minAge: null, archived: false, sellerId, routeId: null, categoryIds: [] },
    ticketTypeIds: [adult.id, child.id, infant.id, attendant.id],
    ...row,
  }) as unknown as ActivityRow;

export const event = (id: string, activityId: string, row: Partial<EventRow> = {}): EventRow => ({
  ...{ id, activityId, vesselId: null, venueId: null, berthId: null, planId: null },
  ...{
    startAt: moment + 48 * hour,
    endAt: moment + 49 * hour,
    timezone: 'Europe/Moscow',
    seating: 'general',
  },
  ...{
    capacity: 100,
    salesStartAt: null,
    salesEndAt: null,
    state: 'on_sale',
    delayMinutes: null,
    notice: null,
  },
  ...row,
});

type PriceShape = Partial<PriceRow> & { activityId: string; ticketTypeId: string; amount: number };

export const price = (row: PriceShape): PriceRow => ({
  ...{ id: `${row.activityId}-${row.ticketTypeId}-${row.zone ?? ''}`, eventId: null, zone: null },
  ...{ currency: 'RUB', validFrom: null, validTo: null },
  ...row,
});

export const fee = (id: string, row: Partial<FeeRow> = {}): FeeRow => ({
  ...{ id, sellerId: 'river', name: text(id), kind: 'amount', amount: 100, percent: null, currency: 'RUB' },
  ...{ vatMode: 'included', vatKind: 'standard', ...row },
});

export const product = (id: string, row: Partial<ProductRow> = {}): ProductRow => ({
  ...{ id, rowId: 1, slug: id, name: text(id), description: text(id), kind: 'guide', fulfilment: 'digital' },
  ...{ sellerId: 'river', amount: 39_000, currency: 'RUB', vatMode: 'included', vatKind: 'standard' },
  ...{ position: 0, ...row },
});

export function shelfOf(rows: Partial<CatalogueRows>): Shelf {
  const nothing = { prices: [], fees: [], venues: [], berths: [], routes: [], categories: [], plans: [] };
  const types = { ticketTypes: [adult, child, infant, attendant], sellers: [seller('river')], vessels: [] };
  const rest = { activities: [], events: [], products: [], images: [], pages: [], sites: [] };
  const now = new Date(moment);
  const snapshot = buildSnapshot({ ...nothing, ...types, ...rest, ...rows }, { version: 1, now });
  const products = new Map(snapshot.products.map((one) => [one.row.id, one]));
  return { departures: snapshot.byId, products };
}
