import type { Api, ApiError } from '@gangway/client/api';
import { z } from 'zod';
import { asked, type Asked } from '../api/asked.ts';
import type { Held } from './basket-cookie.ts';
import { heldIn } from './held.ts';

const detailsSchema = z.object({ holds: z.array(z.object({ holdId: z.string() })).max(50) });

/** The places that the session holds at this moment, whichever sellers they are of. */
export async function heldNow(api: Api): Promise<Asked<Held[]>> {
  const all = await heldOf(api);
  if (all.error?.code !== 'SEVERAL_SELLERS') return all;
  const holdIds = holdsIn(all.error);
  const parts = await Promise.all(holdIds.map((holdId) => heldOf(api, [holdId])));
  const failed = parts.find(({ error }) => error);
  return failed?.error ? failed : { data: parts.flatMap(({ data }) => data ?? []) };
}

async function heldOf(api: Api, holdIds?: string[]): Promise<Asked<Held[]>> {
  const body = { lines: [], seatTypes: [], passengers: [], ...(holdIds ? { holdIds } : {}) };
  const { data, error } = await asked(api.POST('/api/quotes', { body }));
  if (error) return error.code === 'EMPTY_ORDER' ? { data: [] } : { error };
  return { data: heldIn(data) };
}

function holdsIn({ details }: ApiError): string[] {
  const said = detailsSchema.safeParse(details);
  return said.success ? said.data.holds.map(({ holdId }) => holdId) : [];
}
