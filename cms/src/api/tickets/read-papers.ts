import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Locale, Transaction } from '@gangway/kit';
import type { Admission } from '../ordering/domain/admission.ts';
import type { Order } from '../ordering/domain/order.ts';
import { readAdmissions } from '../ordering/store/admissions.ts';
import { readLines } from '../ordering/store/orders.ts';
import { makePaper } from './domain/make-paper.ts';
import type { Paper } from './domain/paper.ts';
import { readPaperDepartures, readPaperSeller } from './store/paper-sources.ts';

/** An admission with its paper. */
export interface Ticket {
  admission: Admission;
  paper: Paper;
}

/** The tickets of an order in one language, in the order of their numbers; none before it is paid. */
export async function readTickets(
  strapi: Core.Strapi,
  { order, locale }: { order: Order; locale: Locale },
): Promise<Ticket[]> {
  return strapi.db.connection.transaction(
    (trx) => ticketsOf(trx as unknown as Transaction, { order, locale }),
    {
      isolationLevel: 'repeatable read',
      readOnly: true,
    },
  );
}

async function ticketsOf(
  trx: Transaction,
  { order, locale }: { order: Order; locale: Locale },
): Promise<Ticket[]> {
  const admissions = await readAdmissions(trx, order.id);
  const lines = new Map((await readLines(trx, order.id)).map((line) => [line.id, line]));
  const departures = await readPaperDepartures(
    trx,
    admissions.map(({ eventId }) => eventId),
  );
  const seller = await readPaperSeller(trx, order.sellerId);
  const siteUrl = readEnv().storefrontUrl;
  return admissions.flatMap((admission) => {
    const line = lines.get(admission.orderLineId);
    const departure = departures.get(admission.eventId);
    if (!line || !departure || !seller) throw missing(admission.id);
    return { admission, paper: makePaper({ order, line, admission, departure, seller, locale, siteUrl }) };
  });
}

// What was sold cannot be deleted, so this is ours to mend.
const missing = (ticketId: string) => new Error(`Ticket ${ticketId} has lost its line, departure or seller.`);
