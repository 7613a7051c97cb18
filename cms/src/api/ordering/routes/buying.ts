import { limits } from '../../../frame/limits/limits.ts';
import { strapiRoute } from '../../../frame/request/handle.ts';
import { addressKey } from '../../../frame/request/trusted-proxies.ts';
import { countGuesses } from '../buy/count-guesses.ts';
import { sessionOf } from '../buy/session-of.ts';
import { quote } from '../buy/quote.ts';
import { requestLink } from '../buy/send-link.ts';
import { lookUpOrder, quoteBasket } from '../contract.ts';

export default {
  routes: [
    strapiRoute(quoteBasket, async ({ body, headers, locale, now, ip }) => {
      const sessionId = sessionOf({ body, headers });
      const ask = () => quote(strapi, { input: body, sessionId, locale, now });
      return { data: await countGuesses(strapi, { promoCode: body.promoCode, ip }, ask) };
    }),
    strapiRoute(lookUpOrder, async ({ body, ip, now }, ctx) => {
      await limits(strapi).take({ name: 'lookups', key: addressKey(ip), ip });
      await limits(strapi).take({ name: 'lookups', key: body.email, ip });
      await requestLink(strapi, { ...body, now });
      ctx.status = 202;
      return { data: { accepted: true as const } };
    }),
  ],
};
