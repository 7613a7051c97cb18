import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { QuoteLine } from '../api/shapes.ts';
import type { Quantities } from './places-form.ts';

/** What the visitor's session holds on one departure. */
export interface HeldHere {
  quantities: Quantities;
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
  return { quantities: quantitiesOf(counted), seats, zones, expiresAt: data.expiresAt };
}

const nothing: HeldHere = { quantities: {}, seats: [], zones: [], expiresAt: null };

export const holdsSomething = ({ quantities, seats }: HeldHere): boolean =>
  seats.length > 0 || Object.keys(quantities).length > 0;

function quantitiesOf(lines: readonly Pick<QuoteLine, 'ticketTypeId' | 'quantity'>[]): Quantities {
  const counted: Quantities = {};
  for (const { ticketTypeId, quantity } of lines)
    if (ticketTypeId) counted[ticketTypeId] = (counted[ticketTypeId] ?? 0) + quantity;
  return counted;
}
