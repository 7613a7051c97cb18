import type { Transaction } from '@gangway/kit';
import type { DepartureSource, SellerSource } from '../../tickets/domain/paper-sources.ts';
import { readPaperDepartures, readPaperSeller } from '../../tickets/store/paper-sources.ts';
import type { Admission } from '../domain/admission.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import type { RefundRequest } from '../domain/refund-request.ts';
import { readAdmissions } from '../store/admissions.ts';
import { readHistory, type HistoryEntry } from '../store/history.ts';
import { readLines, readOrder } from '../store/orders.ts';
import { readRefundRequests } from '../store/refund-requests.ts';
import { areRemindersStopped } from '../store/reminders.ts';
import { type DepartureDeeds, readDepartureDeeds } from '../store/sold-departures.ts';
import { type DepartureFacts, readDepartures } from '../store/departures.ts';

/** All that letters about an order tell of, as the tables have it now. */
export type OrderSource = {
  order: Order;
  lines: OrderLine[];
  admissions: Admission[];
  requests: RefundRequest[];
  history: HistoryEntry[];
  departures: ReadonlyMap<string, DepartureSource>;
  seller: SellerSource;
  /** What became of the departures, and what we did to them. */
  sailings: ReadonlyMap<string, DepartureFacts>;
  deeds: DepartureDeeds;
  remindersStopped: boolean;
};

/** Undefined: there is no such order. */
export async function readOrderSource(trx: Transaction, orderId: string): Promise<OrderSource | undefined> {
  const [order, lines, admissions, requests, history, remindersStopped] = await Promise.all([
    readOrder(trx, orderId),
    readLines(trx, orderId),
    readAdmissions(trx, orderId),
    readRefundRequests(trx, orderId),
    readHistory(trx, orderId),
    areRemindersStopped(trx, orderId),
  ]);
  if (!order) return undefined;
  const eventIds = lines.flatMap(({ eventId }) => eventId ?? []);
  const [seller, departures, sailings, deeds] = await Promise.all([
    readPaperSeller(trx, order.sellerId),
    readPaperDepartures(trx, eventIds),
    readDepartures(trx, eventIds),
    readDepartureDeeds(trx, eventIds),
  ]);
  if (!seller) return undefined;
  const source = { order, lines, admissions, requests, history, remindersStopped };
  return { ...source, seller, departures, sailings, deeds };
}
