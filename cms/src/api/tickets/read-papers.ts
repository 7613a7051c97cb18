import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Locale, Transaction } from '@gangway/kit';
import type { Admission } from '../ordering/domain/admission.ts';
import type { Order, OrderLine } from '../ordering/domain/order.ts';
import { inOneSnapshot } from '../../frame/database/one-snapshot.ts';
import { perStrapi } from '../../frame/per-strapi.ts';
import { readAdmissions } from '../ordering/store/admissions.ts';
import { readLines } from '../ordering/store/orders.ts';
import { makePaper } from './domain/make-paper.ts';
import type { Paper } from './domain/paper.ts';
import type { DepartureSource, SellerSource } from './domain/paper-sources.ts';
import { readPaperDeparturesOf, readPaperSeller } from './store/paper-sources.ts';

/** An admission with its paper. */
export interface Ticket {
  admission: Admission;
  paper: Paper;
}

const siteUrlOf = perStrapi(() => readEnv().storefrontUrl);

/** The tickets of an order in one language, in the order of their numbers; none before it is paid. */
export async function readTickets(
  strapi: Core.Strapi,
  { order, locale }: { order: Order; locale: Locale },
): Promise<Ticket[]> {
  if (isUnpaid(order)) return [];
  return inOneSnapshot(strapi, (trx) => ticketsOf(trx, { order, locale, siteUrl: siteUrlOf(strapi) }));
}

/** Whoever waits for tickets asks again and again. */
const isUnpaid = ({ state }: Order) => state === 'PENDING' || state === 'LOCKED';

async function ticketsOf(
  trx: Transaction,
  { order, locale, siteUrl }: { order: Order; locale: Locale; siteUrl: string },
): Promise<Ticket[]> {
  const [admissions, lines, seller, departures] = await Promise.all([
    readAdmissions(trx, order.id),
    readLines(trx, order.id),
    readPaperSeller(trx, order.sellerId),
    readPaperDeparturesOf(trx, order.id),
  ]);
  return ticketsFrom({ order, lines, admissions, departures, seller }, { locale, siteUrl });
}

/** What the tickets of an order are made from, as it was read in one snapshot. */
export interface TicketSources {
  order: Order;
  lines: readonly OrderLine[];
  admissions: readonly Admission[];
  departures: ReadonlyMap<string, DepartureSource>;
  seller: SellerSource | undefined;
}

type Setting = { locale: Locale; siteUrl: string };

function ticketsFrom({ order, seller, ...read }: TicketSources, setting: Setting): Ticket[] {
  const lines = new Map(read.lines.map((line) => [line.id, line]));
  return read.admissions.map((admission) => {
    const line = lines.get(admission.orderLineId);
    const departure = read.departures.get(admission.eventId);
    if (!line || !departure || !seller) throw missing(admission.id);
    const position = read.admissions.filter(isOf(line)).indexOf(admission);
    return {
      admission,
      paper: makePaper({ order, line, admission, position, departure, seller, ...setting }),
    };
  });
}

const isOf =
  (line: OrderLine) =>
  ({ orderLineId }: Admission): boolean =>
    orderLineId === line.id;

/** The papers of those tickets that are good for boarding. */
export function goodPapers(strapi: Core.Strapi, sources: TicketSources, locale: Locale): Paper[] {
  const tickets = ticketsFrom(sources, { locale, siteUrl: siteUrlOf(strapi) });
  return tickets.map(({ paper }) => paper).filter(({ voided }) => !voided);
}

// What was sold cannot be deleted, so this is ours to mend.
const missing = (ticketId: string) => new Error(`Ticket ${ticketId} has lost its line, departure or seller.`);
