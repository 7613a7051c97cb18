import type { Api, ApiError } from '@gangway/client/api';
import { z } from 'zod';
import { asked } from '../api/asked.ts';

const detailsSchema = z.object({
  holds: z.array(z.object({ holdId: z.string(), eventId: z.string(), sellerId: z.string() })),
});

export interface ChosenSeller {
  id: string;
  name: string;
  titles: string[];
  /** Departures to let go of, so that one order can be made. */
  others: string[];
}

/** The sellers between whom a refusal `SEVERAL_SELLERS` leaves the choice; none for other refusals. */
export async function chosenSellers(api: Api, { code, details }: ApiError): Promise<ChosenSeller[]> {
  const said = detailsSchema.safeParse(details);
  if (code !== 'SEVERAL_SELLERS' || !said.success) return [];
  const { holds } = said.data;
  const cards = await Promise.all(
    [...new Set(holds.map(({ eventId }) => eventId))].map(
      async (id) => (await asked(api.GET('/api/events/{id}', { params: { path: { id } } }))).data,
    ),
  );
  const known = cards.flatMap((card) => card ?? []);
  return [...Map.groupBy(known, ({ seller }) => seller.id)].map(([id, own]) => ({
    id,
    name: own[0]?.seller.name ?? '',
    titles: [...new Set(own.map(({ activity }) => activity.title))],
    others: known.filter(({ seller }) => seller.id !== id).map((card) => card.id),
  }));
}
