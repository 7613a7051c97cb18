import { useEffect, useState } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { createRowLookup } from './row-lookup.ts';

export type Kind = 'activity' | 'vessel' | 'route' | 'berth' | 'venue';
export type NextDeparture = { eventId: string; startAt: string; timezone: string };
export type Departures = { id: string; next: NextDeparture | null; next30Days: number };

/** The next departure of a record; the group is its kind. */
export const lookUpDepartures = createRowLookup<Departures>(async (kind, ids) => {
  const query = new URLSearchParams({ kind, ids: ids.join(',') });
  const { data } = await getFetchClient().get<{ data: Departures[] }>(
    `/api/admin/catalog/next-departures?${query}`,
  );
  return new Map(data.data.map((one) => [one.id, one]));
});

type Titled = { documentId: string; title: string };

/** The title of an activity in another language than its row has; the group is Strapi's code of the language. */
export const lookUpTitles = createRowLookup<string>(async (locale, ids) => {
  const query = new URLSearchParams({ locale, pageSize: '100' });
  ids.forEach((id, index) => query.append(`filters[documentId][$in][${index}]`, id));
  const { data } = await getFetchClient().get<{ results: Titled[] }>(
    `/content-manager/collection-types/api::catalog.activity?${query}`,
  );
  return new Map(data.results.map(({ documentId, title }) => [documentId, title]));
});

type LookUp<Answer> = (group: string, id: string) => Promise<Answer | undefined>;
export type Found<Answer> =
  { state: 'waiting' } | { state: 'failed' } | { state: 'found'; value: Answer | undefined };

/** What a row asked for; `group` undefined asks for nothing. */
export function useLookUp<Answer>(
  lookUp: LookUp<Answer>,
  group: string | undefined,
  id: string,
): Found<Answer> {
  const [found, setFound] = useState<Found<Answer>>({ state: 'waiting' });
  useEffect(() => {
    if (group === undefined) return undefined;
    const row = { shown: true };
    const show = (value: Found<Answer>) => row.shown && setFound(value);
    lookUp(group, id).then(
      (value) => show({ state: 'found', value }),
      () => show({ state: 'failed' }),
    );
    return () => {
      row.shown = false;
    };
  }, [lookUp, group, id]);
  return found;
}
