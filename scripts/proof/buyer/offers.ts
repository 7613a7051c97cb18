import type { Offer } from './offer.ts';

interface Listed {
  id: string;
  seating: 'assigned' | 'general';
  startAt: string;
  availability: { status: string };
}

const day = 86_400_000;

/**
 * Departures far enough ahead that a moved clock does not reach them, of one seller, each with its first places. Which
 * trips sail depends on the day of the week: those that ask for passengers' names are left out.
 */
export async function offersAt(
  url: string,
  { count, daysAhead }: { count: number; daysAhead: number },
): Promise<Offer[]> {
  const from = new Date(Date.now() + daysAhead * day).toISOString().slice(0, 10);
  const { data } = await read<{ data: Listed[] }>(
    `${url}/api/events?from=${from}&pageSize=100&seller=slow-ahead`,
  );
  const onSale = data.filter(
    ({ availability }) => availability.status === 'available' || availability.status === 'few',
  );
  const nameless = await Promise.all(onSale.map(({ id }) => asksNoNames(url, id)));
  const open = onSale.filter((_, index) => nameless[index]);
  const kinds = [
    open.filter(({ seating }) => seating === 'assigned'),
    open.filter(({ seating }) => seating === 'general'),
  ];
  const chosen = kinds.flatMap((kind) => kind.slice(0, Math.ceil(count / 2)));
  return Promise.all(chosen.map((event) => offerOf(url, event)));
}

async function asksNoNames(url: string, id: string): Promise<boolean> {
  const { data } = await read<{ data: { passengerData: string } }>(`${url}/api/events/${id}`);
  return data.passengerData === 'none';
}

async function offerOf(url: string, { id, seating }: Listed): Promise<Offer> {
  const types = await read<{ data: { id: string; occupiesPlace: boolean }[] }>(
    `${url}/api/events/${id}/ticket-types`,
  );
  const ticketTypeId = types.data.find(({ occupiesPlace }) => occupiesPlace)?.id ?? '';
  const seats = seating === 'assigned' ? await seatsOf(url, id) : [];
  return { eventId: id, seating, seats, ticketTypeId };
}

async function seatsOf(url: string, id: string): Promise<string[]> {
  const { data } = await read<{ data: { seats: { seatCode: string }[] } }>(`${url}/api/events/${id}/seats`);
  return data.seats.map(({ seatCode }) => seatCode);
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
