import type { AnyRoute } from '@gangway/kit';
import { strapiRoute } from '../../../frame/request/handle.ts';
import {
  cancelDeskOrder,
  createDeskOrder,
  moveDeskOrder,
  payDeskOrder,
  quoteDeskRefund,
  readDeskOrder,
  refundDeskOrder,
  resendDeskOrder,
  reviewDeskOrder,
  totalDeskOrders,
  underCrm,
} from '../contract/desk-orders.ts';
import { createByStaff } from '../desk/create-desk-order.ts';
import { orderCard } from '../desk/desk-card.ts';
import { asStaff } from '../desk/desk-deed.ts';
import {
  cancelByStaff,
  moveByStaff,
  payByStaff,
  refundByStaff,
  resendByStaff,
  reviewByStaff,
} from '../desk/desk-deeds.ts';
import { countOrders } from '../desk/desk-list.ts';
import { quoteForStaff } from '../desk/quote-refund.ts';

/** The back office's routes, once under each prefix; the list of orders goes through the front. */
const routesAt = (at: <R extends AnyRoute>(route: R) => R) => [
  strapiRoute(at(totalDeskOrders), ({ query: filters, now }) => countOrders(strapi, { filters, now })),
  strapiRoute(at(readDeskOrder), async ({ params, locale, now }) => ({
    data: await strapi.db.transaction(({ trx }) =>
      orderCard(strapi, { trx, orderId: params.id, locale, now }),
    ),
  })),
  strapiRoute(at(createDeskOrder), (request) =>
    asStaff(strapi, { request, route: createDeskOrder.id }, (deed) =>
      createByStaff(strapi, deed, request.body),
    ),
  ),
  strapiRoute(at(cancelDeskOrder), (request) =>
    asStaff(strapi, { request, route: cancelDeskOrder.id }, (deed) =>
      cancelByStaff(strapi, deed, { orderId: request.params.id, ...request.body }),
    ),
  ),
  strapiRoute(at(refundDeskOrder), (request) =>
    asStaff(strapi, { request, route: refundDeskOrder.id }, (deed) =>
      refundByStaff(strapi, deed, { orderId: request.params.id, ...request.body }),
    ),
  ),
  strapiRoute(at(quoteDeskRefund), async ({ params, body, now }) => ({
    data: await strapi.db.transaction(({ trx }) =>
      quoteForStaff(trx, { orderId: params.id, lines: body.lines, now }),
    ),
  })),
  strapiRoute(at(resendDeskOrder), (request) =>
    asStaff(strapi, { request, route: resendDeskOrder.id }, (deed) =>
      resendByStaff(strapi, deed, { orderId: request.params.id, ...request.body }),
    ),
  ),
  strapiRoute(at(reviewDeskOrder), (request) =>
    asStaff(strapi, { request, route: reviewDeskOrder.id }, (deed) =>
      reviewByStaff(strapi, deed, { orderId: request.params.id }),
    ),
  ),
  strapiRoute(at(payDeskOrder), (request) =>
    asStaff(strapi, { request, route: payDeskOrder.id }, (deed) =>
      payByStaff(strapi, deed, { orderId: request.params.id, ...request.body }),
    ),
  ),
  strapiRoute(at(moveDeskOrder), (request) =>
    asStaff(strapi, { request, route: moveDeskOrder.id }, (deed) =>
      moveByStaff(strapi, deed, { orderId: request.params.id, ...request.body }),
    ),
  ),
];

export default { routes: [...routesAt((route) => route), ...routesAt(underCrm)] };
