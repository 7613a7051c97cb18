import type { Core } from '@strapi/strapi';
import { front } from '../../frame/front/front.ts';
import { privateReply } from '../../frame/front/reply.ts';
import { isUnpaid } from '../ordering/domain/payment-due.ts';
import { lookOrWait } from '../ordering/news/look-or-wait.ts';
import { listTickets } from './contract.ts';
import { ownOrder } from './own-order.ts';
import { readTickets } from './read-papers.ts';
import { ticketView } from './ticket-list.ts';

/** The list goes through the front: whoever has paid waits here until the tickets are there. */
export function serveTicketList(strapi: Core.Strapi): void {
  front(strapi).serve(listTickets, async (request) => {
    const { seen: order, waited } = await lookOrWait(strapi, {
      ...{ orderId: request.params.id, prefer: request.headers.prefer },
      look: () => ownOrder(strapi, request),
      isDue: ({ state }) => isUnpaid(state),
    });
    const tickets = await readTickets(strapi, { order, locale: request.locale });
    const pdf = tickets.length > 0 ? `/api/orders/${order.id}/tickets.pdf` : null;
    return { ...privateReply({ data: tickets.map(ticketView), meta: { pdf } }), ...waited };
  });
}
