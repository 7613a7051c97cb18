import type { AnyRoute } from '@gangway/kit';
import { buyingRoutes } from './contract/buying.ts';

export * from './contract/buying.ts';

/** What buyers do, then what staff and buyers do with orders afterwards. */
export const routes: AnyRoute[] = [...buyingRoutes];
