import type { Locale, Words } from '../../words/index.ts';
import type { Shop } from '../live/shop.ts';
import { sampleLayout, sampleTariff } from '../model/sample-plan.ts';
import type { State } from '../model/state.ts';
import { SeatMap } from './SeatMap.tsx';

const now = '2026-11-20T10:00:00.000Z';
const counts = [{ ticketTypeId: 'adult', zone: 'roof', quantity: 1 }];
const hold = { expiresAt: '2026-11-20T10:15:00.000Z', seats: ['1B', '1C'], counts };
const statuses: Record<string, string> = {
  ...{ '1A': 'sold', '1B': 'selected', '1C': 'selected', '2A': 'sold', '2B': 'sold', '2C': 'reserved' },
  ...{ '2D': 'reserved', '3D': 'unknown' },
};

const seats = sampleLayout.decks
  .flatMap(({ sections }) => sections)
  .flatMap(({ rows, tables }) => [...rows, ...tables].flatMap((line) => line.seats))
  .map(({ seatCode }) => ({ seatCode, status: statuses[seatCode] ?? 'free' }));

const samples: Record<string, Partial<State>> = {
  chosen: { link: 'live' },
  list: { link: 'live' },
  expired: { link: 'lost', hold: undefined, news: { kind: 'expired', seats: ['1B', '1C'] } },
  taken: {
    ...{ link: 'live', hold: undefined },
    news: { kind: 'refused', code: 'SEAT_TAKEN', message: '', seats: ['2C'] },
  },
};

/** Nobody sells anything here. */
const closed: Shop = {
  take: () => Promise.resolve({ ok: false, refusal: { code: 'SAMPLE', message: '', seats: [] } }),
  letGo: () => Promise.resolve({ ok: false, refusal: { code: 'SAMPLE', message: '', seats: [] } }),
  takeBest: () => Promise.resolve({ ok: false, refusal: { code: 'SAMPLE', message: '', seats: [] } }),
  own: () => Promise.resolve(undefined),
  now: () => Promise.resolve(now),
  proceed: () => Promise.resolve(false),
};

interface Sample {
  locale: Locale;
  texts: Words;
  state: 'chosen' | 'list' | 'expired' | 'taken';
}

/** The map of a small boat in a state of its own, for the style guide: rows, a whole table, an area, every look of a seat. */
export function SeatMapSample({ locale, texts, state }: Sample) {
  return (
    <SeatMap
      {...{ locale, texts, seats, hold, now }}
      eventId="sample"
      zone="Europe/Moscow"
      layout={sampleLayout}
      tariff={sampleTariff}
      checkout=""
      shop={closed}
      view={state === 'list' ? 'list' : 'map'}
      before={samples[state]}
    />
  );
}
