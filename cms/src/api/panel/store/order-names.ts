import type { Reader } from './coming-departures.ts';

type Named = { id: string; name: string };

/** Orders with one of the ids or with the number, nine digits. */
export async function readOrderNames(
  db: Reader,
  { ids, number }: { ids: readonly string[]; number: string | undefined },
): Promise<Named[]> {
  if (ids.length === 0 && number === undefined) return [];
  const { rows } = await db.raw(
    `select document_id as id, number as name from orders where document_id = any(?) or number = ? limit 101`,
    [ids, number ?? null],
  );
  return rows as Named[];
}
