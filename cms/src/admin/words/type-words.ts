import { activity } from './types/activity.ts';
import { berth } from './types/berth.ts';
import { category } from './types/category.ts';
import { event } from './types/event.ts';
import { fee } from './types/fee.ts';
import { messageText } from './types/message-text.ts';
import { page } from './types/page.ts';
import { paymentMethod } from './types/payment-method.ts';
import { price } from './types/price.ts';
import { product } from './types/product.ts';
import { promotion } from './types/promotion.ts';
import { route } from './types/route.ts';
import { schedule } from './types/schedule.ts';
import { seatingPlan } from './types/seating-plan.ts';
import { seller } from './types/seller.ts';
import { site } from './types/site.ts';
import { ticketType } from './types/ticket-type.ts';
import { venue } from './types/venue.ts';
import { vessel } from './types/vessel.ts';
import { systemFields } from './common-fields.ts';
import type { FieldWords, TypeWords } from './word.ts';

/** Everything a manager reads about the content types, by uid. */
export const typeWords: Record<string, TypeWords> = {
  'api::catalog.activity': activity,
  'api::catalog.berth': berth,
  'api::catalog.category': category,
  'api::catalog.event': event,
  'api::catalog.fee': fee,
  'api::catalog.page': page,
  'api::catalog.payment-method': paymentMethod,
  'api::catalog.price': price,
  'api::catalog.product': product,
  'api::catalog.promotion': promotion,
  'api::catalog.route': route,
  'api::catalog.schedule': schedule,
  'api::catalog.seller': seller,
  'api::catalog.site': site,
  'api::catalog.ticket-type': ticketType,
  'api::catalog.venue': venue,
  'api::catalog.vessel': vessel,
  'api::seating.seating-plan': seatingPlan,
  'plugin::notifications.message-text': messageText,
};

export const fieldWords = (uid: string, name: string): FieldWords | undefined =>
  typeWords[uid]?.fields[name] ?? systemFields[name];
