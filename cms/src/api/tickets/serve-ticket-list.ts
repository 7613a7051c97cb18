import type { Core } from '@strapi/strapi';
import { front } from '../../frame/front/front.ts';
import { privateReply } from '../../frame/front/reply.ts';
import { listTickets } from './contract.ts';
import { ownOrder } from './own-order.ts';
import { readTickets } from './read-papers.ts';
import { ticketView } from './ticket-list.ts';

/** The list goes through the front: whoever has paid asks until the tickets are there. */
export function serveTicketList(strapi: Core.Strapi): void {
  front(strapi).serve(listTickets, async (request) => {
    const order = await ownOrder(strapi, request);
    const tickets = await readTickets(strapi, { order, locale: request.locale });
    const pdf = tickets.length > 0 ? `/api/orders/${order.id}/tickets.pdf` : null;
    return privateReply({ data: tickets.map(ticketView), meta: { pdf } });
  });
}
