import type { AnyRoute } from '@gangway/kit';
import { buyingRoutes } from './contract/buying.ts';
import { departureRoutes } from './contract/departures.ts';
import { deskOrderRoutes } from './contract/desk-orders.ts';
import { refundRoutes } from './contract/refunds.ts';
import { reminderRoutes } from './contract/reminders.ts';

export * from './contract/buying.ts';

/** What buyers do, then what staff and buyers do with orders afterwards. */
export const routes: AnyRoute[] = [
  ...buyingRoutes,
  ...refundRoutes,
  ...reminderRoutes,
  ...deskOrderRoutes,
  ...departureRoutes,
];
