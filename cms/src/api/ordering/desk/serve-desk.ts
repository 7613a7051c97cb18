import type { Core } from '@strapi/strapi';
import { front } from '../../../frame/front/front.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { listDeskOrders, underCrm } from '../contract/desk-orders.ts';
import { listOrders } from './desk-list.ts';

/** The list of orders goes through the front: it is what an office asks all day long. Runs in `bootstrap`. */
export function serveDesk(strapi: Core.Strapi): void {
  for (const route of [listDeskOrders, underCrm(listDeskOrders)])
    front(strapi).serve(route, async ({ query: filters, locale, now }) =>
      privateReply(await listOrders(strapi, { filters, locale, now })),
    );
}
