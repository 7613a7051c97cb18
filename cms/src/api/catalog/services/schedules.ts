import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import { type MadeDepartures, type MakeDepartures, makeDepartures } from '../jobs/make-departures.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Makes the departures that schedules ask for, in the open transaction or in one of its own. */
  async makeDepartures(ask: MakeDepartures): Promise<MadeDepartures> {
    return await strapi.db.transaction(({ trx }) => makeDepartures(trx as unknown as Transaction, ask));
  },
});
