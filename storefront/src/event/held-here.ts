import type { Api } from '@gangway/client/api';
import type { HeldCount } from '@gangway/client/seat-map';
import { asked } from '../api/asked.ts';
import type { QuoteLine } from '../api/shapes.ts';
import type { Quantities } from './places-form.ts';

/** What the visitor's session holds on one departure. */
export interface HeldHere {
  quantities: Quantities;
  counts: HeldCount[];
  seats: string[];
  /** Zones of the places without numbers. */
  zones: string[];
  /** When the first hold of the session ends, ISO 8601. */
  expiresAt: string | null;
}

interface Asking {
  api: Api;
  session: string | undefined;
  eventId: string;
}

/** Undefined where nobody can say: the basket as it is cannot be priced, or nobody answers. */
export async function heldHere({ api, session, eventId }: Asking): Promise<HeldHere | undefined> {
  if (!session) return nothing;
  const { data, error } = await asked(
    api.POST('/api/quotes', { body: { lines: [], seatTypes: [], passengers: [] } }),
  );
  if (!data) return error.code === 'EMPTY_ORDER' ? nothing : undefined;
  const own = data.lines.filter((line) => line.kind === 'admission' && line.eventId === eventId);
  const seats = own.flatMap(({ seatCode }) => seatCode ?? []);
  const counted = own.filter(({ seatCode }) => seatCode === null);
  const zones = [...new Set(counted.flatMap(({ zone }) => zone ?? []))];
  const counts = counted.flatMap(countOf);
  return { quantities: quantitiesOf(counts), counts, seats, zones, expiresAt: data.expiresAt };
}

const nothing: HeldHere = { quantities: {}, counts: [], seats: [], zones: [], expiresAt: null };

export const holdsSomething = ({ quantities, seats }: HeldHere): boolean =>
  seats.length > 0 || Object.keys(quantities).length > 0;

const countOf = ({ ticketTypeId, zone, quantity }: QuoteLine): HeldCount[] =>
  ticketTypeId === null ? [] : [{ ticketTypeId, zone, quantity }];

function quantitiesOf(counts: readonly HeldCount[]): Quantities {
  const counted: Quantities = {};
  for (const { ticketTypeId, quantity } of counts)
    counted[ticketTypeId] = (counted[ticketTypeId] ?? 0) + quantity;
  return counted;
}
