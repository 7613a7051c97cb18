import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { keepTime } from './business-clock.ts';
import type { Word } from '../words/word.ts';

export type HomeDeparture = {
  id: string;
  startAt: string;
  timezone: string;
  activity: Word | null;
  berth: Word | null;
  vessel: Word | null;
  state: string;
  delayMinutes: number;
  capacity: number;
};

export type HomeDay = { date: string; departures: number; places: number };
export type Home = { now: string; today: HomeDeparture[]; days: HomeDay[] };
export type Loaded<Value> = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; value: Value };

/** What the home page knows of today and the week, asked for once per widget. */
export function useHome(): Loaded<Home> {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<Home>>({ state: 'loading' });
  useEffect(() => {
    get<{ data: Home }>('/api/admin/home').then(
      ({ data }) => {
        keepTime(data.data.now);
        setLoaded({ state: 'ready', value: data.data });
      },
      () => setLoaded({ state: 'failed' }),
    );
  }, [get]);
  return loaded;
}
