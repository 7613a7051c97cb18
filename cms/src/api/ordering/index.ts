import type { Core } from '@strapi/strapi';
import { sweepOrders } from './buy/expire-orders.ts';
import { serveOrders } from './buy/serve-orders.ts';
import { defineLinkJob } from './buy/send-link.ts';
import { defineCancelledRefunds } from './departures/refund-cancelled.ts';
import { sweepReminders } from './departures/remind.ts';
import { serveDesk } from './desk/serve-desk.ts';
import { registerMessages } from './messages/index.ts';
import { followOrders, unfollowOrders } from './news/follow-orders.ts';
import { makeOrdersPayable } from './payable.ts';

// Each half of the room has its own lines in every step: buying (buy/), and what happens to an order afterwards.
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerMessages(strapi);
    defineLinkJob(strapi);
    sweepOrders(strapi);
    makeOrdersPayable(strapi);
    sweepReminders(strapi);
    defineCancelledRefunds(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    serveOrders(strapi);
    serveDesk(strapi);
    await followOrders(strapi);
  },

  destroy({ strapi }: { strapi: Core.Strapi }) {
    return unfollowOrders(strapi);
  },
};
