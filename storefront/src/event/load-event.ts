import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { EventCard, PriceList } from '../api/shapes.ts';
import { heldHere, type HeldHere } from './held-here.ts';
import { openZones } from './open-zones.ts';

interface Loading {
  api: Api;
  id: string;
  session: string | undefined;
}

interface Loaded {
  missing?: undefined;
  event: EventCard;
  /** Where places have no numbers. */
  prices: PriceList | undefined;
  /** Zones of places without numbers. */
  zones: PriceList['zones'];
  held: HeldHere | undefined;
  /** Nobody answers, and this is what was said last. */
  isStale: boolean;
}

/** Not there, or nobody there to ask. */
interface Missing {
  missing: 404 | 500;
}

/** What the page of a departure shows, for one visitor. */
export async function loadEvent({ api, id, session }: Loading): Promise<Loaded | Missing> {
  if (!/^[0-9a-z]{10,40}$/.test(id)) return { missing: 404 };
  const params = { params: { path: { id } } };
  const answer = await api.GET('/api/events/{id}', params).catch(() => undefined);
  if (!answer?.data) return { missing: answer?.response.status === 404 ? 404 : 500 };
  const event = answer.data.data;
  const [sale, held] = await Promise.all([generalSale(api, event), heldHere({ api, session, eventId: id })]);
  return { event, held, isStale: answer.response.headers.has('gangway-stale'), ...sale };
}

async function generalSale(api: Api, { id, seating }: EventCard): Promise<Pick<Loaded, 'prices' | 'zones'>> {
  if (seating !== 'general') return { prices: undefined, zones: [] };
  const params = { params: { path: { id } } };
  const [prices, layout] = await Promise.all([
    asked(api.GET('/api/events/{id}/prices', params)),
    asked(api.GET('/api/events/{id}/seat-layout', params)),
  ]);
  const zones = prices.data && layout.data ? openZones(prices.data, layout.data) : [];
  return { prices: prices.data, zones };
}
