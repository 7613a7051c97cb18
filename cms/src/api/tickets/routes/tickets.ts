import { strapiRoute } from '../../../frame/request/handle.ts';
import { downloads, downloadTickets, staffTicket, staffTickets } from '../contract.ts';
import type { TicketForm } from '../contract.ts';
import { orderForStaff, ownOrder } from '../own-order.ts';
import { readTickets } from '../read-papers.ts';
import { ticketFile, ticketOf, ticketsFile } from '../ticket-files.ts';

const download = (form: TicketForm) =>
  strapiRoute(downloads[form], async (request) => {
    const { params, locale, now } = request;
    const order = await ownOrder(strapi, request);
    const ticket = ticketOf(await readTickets(strapi, { order, locale }), params.ticketId);
    return ticketFile(strapi, { form, ticket, now });
  });

export default {
  routes: [
    strapiRoute(downloadTickets, async (request) => {
      const order = await ownOrder(strapi, request);
      return ticketsFile(strapi, { order, locale: request.locale });
    }),
    download('pdf'),
    download('png'),
    download('pkpass'),
    download('ics'),
    strapiRoute(staffTickets, async ({ params, locale }) => {
      const order = await orderForStaff(strapi, params.id);
      return ticketsFile(strapi, { order, locale });
    }),
    strapiRoute(staffTicket, async ({ params, locale, now }) => {
      const order = await orderForStaff(strapi, params.id);
      const ticket = ticketOf(await readTickets(strapi, { order, locale }), params.ticketId);
      return ticketFile(strapi, { form: 'pdf', ticket, now });
    }),
  ],
};
