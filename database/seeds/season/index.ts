import { activities } from './activities/index.ts';
import { berths } from './berths.ts';
import { categories } from './categories.ts';
import { fees } from './fees.ts';
import { incidents } from './incidents.ts';
import { pages } from './pages/index.ts';
import { plans } from './plans/index.ts';
import { products } from './products.ts';
import { promotions } from './promotions.ts';
import { routes } from './routes.ts';
import { sellers } from './sellers.ts';
import { site } from './site.ts';
import { ticketTypes } from './ticket-types.ts';
import { venues } from './venues.ts';
import { vessels } from './vessels.ts';

/** The demo season as data: what it says is checked in the tests beside it, `seedSeason` writes it into Strapi. */
export const season = {
  sellers,
  site,
  pages,
  categories,
  berths,
  routes,
  ticketTypes,
  plans,
  vessels,
  venues,
  activities,
  fees,
  promotions,
  products,
  incidents,
};

export type Season = typeof season;
