import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import type { Locale, Transaction } from '@gangway/kit';
import { perStrapi } from '../../frame/per-strapi.ts';
import { readOrder } from '../ordering/store/orders.ts';
import { ticketErrors } from './errors.ts';
import { drawing } from './papers/drawing.ts';
import { readTickets } from './read-papers.ts';

export interface TicketDocuments {
  /**
   * One PDF with a page for each ticket of the order that is good for boarding; bytes for an attachment. Takes up to a
   * second: never inside a transaction.
   * @throws NOT_FOUND for an unknown order, TICKETS_NOT_ISSUED when it has none that is good, PAPERS_BUSY
   */
  pdf(asked: { orderId: string; locale: Locale }): Promise<Uint8Array>;
}

/** Papers for other rooms, messages among them. */
export const ticketDocuments: (strapi: Core.Strapi) => TicketDocuments = perStrapi((strapi) => ({
  async pdf({ orderId, locale }) {
    const order = await readOrder(strapi.db.connection as unknown as Transaction, orderId);
    if (!order) throw commonErrors.NOT_FOUND();
    const papers = (await readTickets(strapi, { order, locale })).map(({ paper }) => paper);
    const good = papers.filter(({ voided }) => !voided);
    if (good.length === 0) throw ticketErrors.TICKETS_NOT_ISSUED();
    return drawing(strapi).run({ kind: 'pdf', papers: good });
  },
}));
