import type { Core } from '@strapi/strapi';
import { commonErrors, type Transaction } from '@gangway/kit';
import type { MadeDepartures, MakeDepartures } from '../../catalog/jobs/make-departures.ts';
import { departuresAhead, type DepartureOwner } from '../store/next-departures.ts';
import { aheadView } from '../domain/ahead-view.ts';

/** What the back office asks about departures. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async ahead(question: { kind: DepartureOwner; ids: readonly string[]; now: Date }) {
    const rows = await strapi.db.transaction(({ trx }) =>
      departuresAhead(trx as unknown as Transaction, question),
    );
    return rows.map(aheadView);
  },

  /** @throws NOT_FOUND for an unknown schedule */
  async make(ask: Required<MakeDepartures>): Promise<MadeDepartures> {
    const where = { documentId: ask.scheduleId };
    const known = await strapi.db.query('api::catalog.schedule').count({ where });
    if (known === 0) throw commonErrors.NOT_FOUND();
    const schedules = strapi.service('api::catalog.schedules') as Schedules;
    return schedules.makeDepartures(ask);
  },
});

type Schedules = { makeDepartures(ask: MakeDepartures): Promise<MadeDepartures> };
