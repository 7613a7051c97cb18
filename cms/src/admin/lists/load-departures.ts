import { getFetchClient } from '@strapi/strapi/admin';
import { createDepartureLoader, type Departures } from './departure-loader.ts';

/** The next departure of a record, asked for together with those of the rows around it. */
export const loadDepartures = createDepartureLoader(async (kind, ids) => {
  const query = new URLSearchParams({ kind, ids: ids.join(',') });
  const { data } = await getFetchClient().get<{ data: Departures[] }>(
    `/api/admin/catalog/next-departures?${query}`,
  );
  return data.data;
});
