import type { Core } from '@strapi/strapi';
import { bindRules } from '../../frame/editing/bind-rules.ts';
import { activityRules } from './editing/activity.ts';
import { eventRules, scheduleRules } from './editing/departures.ts';
import { pageRules } from './editing/page.ts';
import { berthRules, categoryRules, routeRules, venueRules, vesselRules } from './editing/places.ts';
import { sellerRules, siteRules } from './editing/seller.ts';
import {
  feeRules,
  paymentMethodRules,
  priceRules,
  productRules,
  promotionRules,
  ticketTypeRules,
} from './editing/selling.ts';

/** Binds the editing rules of the catalogue to Strapi's document service; called in the room's `register`. */
export function bindCatalogRules(strapi: Core.Strapi): void {
  bindRules(strapi, {
    'api::catalog.activity': activityRules(strapi),
    'api::catalog.berth': berthRules(strapi),
    'api::catalog.category': categoryRules(strapi),
    'api::catalog.event': eventRules(strapi),
    'api::catalog.fee': feeRules(strapi),
    'api::catalog.page': pageRules(strapi),
    'api::catalog.payment-method': paymentMethodRules(strapi),
    'api::catalog.price': priceRules(strapi),
    'api::catalog.product': productRules(strapi),
    'api::catalog.promotion': promotionRules(strapi),
    'api::catalog.route': routeRules(strapi),
    'api::catalog.schedule': scheduleRules(strapi),
    'api::catalog.seller': sellerRules(strapi),
    'api::catalog.site': siteRules,
    'api::catalog.ticket-type': ticketTypeRules(strapi),
    'api::catalog.venue': venueRules(strapi),
    'api::catalog.vessel': vesselRules(strapi),
  });
}
