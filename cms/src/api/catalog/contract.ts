import type { AnyRoute } from '@gangway/kit';
import { readContacts } from './contract/contacts.ts';
import { eventCalendar } from './contract/event-calendar.ts';
import { eventCard } from './contract/event-card.ts';
import { listEvents } from './contract/event-list.ts';
import { listPages, readPage } from './contract/pages.ts';
import { readPreview } from './contract/preview.ts';
import { eventPrices } from './contract/price-list.ts';
import { listProducts } from './contract/product-list.ts';
import { eventSeatLayout } from './contract/seat-layout.ts';
import { readSite } from './contract/site.ts';
import { eventTicketTypes } from './contract/ticket-types.ts';

export { eventCalendar, eventCard, eventPrices, eventSeatLayout, eventTicketTypes, listEvents, listProducts };
export { listPages, readContacts, readPage, readPreview, readSite };

/** What the shop asks of the catalogue. */
export const routes: AnyRoute[] = [
  listEvents,
  eventCalendar,
  eventCard,
  eventSeatLayout,
  eventTicketTypes,
  eventPrices,
  listProducts,
  readSite,
  listPages,
  readPage,
  readContacts,
  readPreview,
];
