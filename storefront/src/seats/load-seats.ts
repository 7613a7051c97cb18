import type { Api } from '@gangway/client/api';
import type { Hold, Layout, Tariff } from '@gangway/client/seat-map';
import { asked } from '../api/asked.ts';
import type { EventCard, PriceList } from '../api/shapes.ts';
import { heldHere } from '../event/held-here.ts';

type Seat = { seatCode: string; status: string };

export interface SeatsPage {
  missing?: undefined;
  event: EventCard;
  /** What the map begins with; undefined where places have no numbers. */
  map?: { layout: Layout; tariff: Tariff; seats: Seat[]; hold: Hold | undefined };
}

interface Loading {
  api: Api;
  id: string;
  session: string | undefined;
}

/** All that the page of the seats shows, as this visitor may see it. */
export async function loadSeats({ api, id, session }: Loading): Promise<SeatsPage | { missing: 404 | 500 }> {
  if (!/^[0-9a-z]{10,40}$/.test(id)) return { missing: 404 };
  const params = { params: { path: { id } } };
  const answer = await api.GET('/api/events/{id}', params).catch(() => undefined);
  if (!answer?.data) return { missing: answer?.response.status === 404 ? 404 : 500 };
  const event = answer.data.data;
  if (event.seating !== 'assigned') return { event };
  const [layout, prices, seats] = await Promise.all([
    asked(api.GET('/api/events/{id}/seat-layout', params)),
    asked(api.GET('/api/events/{id}/prices', params)),
    asked(api.GET('/api/events/{id}/seats', params)),
  ]);
  if (!layout.data || !prices.data || !seats.data) return { missing: 500 };
  const tariff = tariffOf(event, prices.data);
  const hold = await ownHold({ api, id, session, seats: seats.data.seats });
  return { event, map: { layout: layout.data, tariff, seats: seats.data.seats, hold } };
}

/** A departure is sold in one currency. */
const tariffOf = ({ ticketTypes }: EventCard, { prices }: PriceList): Tariff => ({
  currency: prices[0]?.total.currency ?? 'RUB',
  ticketTypes: ticketTypes.map(({ id, name, ages, occupiesPlace }) => ({ id, name, ages, occupiesPlace })),
  prices: prices.map(({ ticketTypeId, zone, total }) => ({ ticketTypeId, zone, total })),
});

type Owning = Loading & { seats: readonly Seat[] };

/** What the session holds here. Where the basket as a whole has no price, asking for the own seats again says it. */
async function ownHold({ api, id, session, seats }: Owning): Promise<Hold | undefined> {
  const held = await heldHere({ api, session, eventId: id });
  if (held) return held.expiresAt && hasPlaces(held) ? { ...held, expiresAt: held.expiresAt } : undefined;
  const own = seats.filter(({ status }) => status === 'selected').map(({ seatCode }) => seatCode);
  if (own.length === 0) return undefined;
  const { data } = await asked(
    api.POST('/api/events/{id}/seats/lock', { params: { path: { id } }, body: { seats: own } }),
  );
  return data && { expiresAt: data.expiresAt, seats: data.seats, counts: data.counts };
}

const hasPlaces = ({ seats, counts }: Pick<Hold, 'seats' | 'counts'>): boolean =>
  seats.length + counts.length > 0;
