import { strapiRoute } from '../../../frame/request/handle.ts';
import { cancelOrder, quoteOrderRefund, refundOrder } from '../contract/refunds.ts';
import { cancelForBuyer, quoteForBuyer, refundForBuyer } from '../refunds/serve-refunds.ts';

export default {
  routes: [
    strapiRoute(quoteOrderRefund, (request, ctx) => {
      ctx.set('Cache-Control', 'no-store');
      return quoteForBuyer(strapi, request);
    }),
    strapiRoute(refundOrder, (request) => refundForBuyer(strapi, request)),
    strapiRoute(cancelOrder, (request) => cancelForBuyer(strapi, request)),
  ],
};
