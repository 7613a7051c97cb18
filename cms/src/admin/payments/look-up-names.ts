import { getFetchClient } from '@strapi/strapi/admin';
import { createRowLookup } from '../lists/row-lookup.ts';

type Named = { id: string; name: string };
type Names = { orders: Named[]; staff: Named[] };

async function askNames(query: Record<string, string>): Promise<Names> {
  const { data } = await getFetchClient().get<{ data: Names }>(
    `/api/admin/names?${new URLSearchParams(query)}`,
  );
  return data.data;
}

/** Numbers of orders and names of staff by their ids; the group is `orders` or `staff`. */
export const lookUpNames = createRowLookup<string>(async (group, ids) => {
  const found = await askNames({ [group]: ids.join(',') });
  return new Map(found[group as keyof Names].map(({ id, name }) => [id, name]));
});

/** The order with this number, however it is written. */
export async function orderNumbered(number: string): Promise<string | undefined> {
  return (await askNames({ number })).orders[0]?.id;
}
