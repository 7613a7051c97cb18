import { ask } from '../house/ask.ts';

/** Ids of most tables are integers of four bytes. */
const first = 1_000_000_000;
const apart = 1_000_000;

/**
 * Lets every sequence go on from a number of its own, so that no number of one is that of another or a price: where it
 * turns up again is where it came from.
 */
export async function setSequencesApart(databaseUrl: string): Promise<void> {
  await ask(
    databaseUrl,
    `select setval(format('%I.%I', schemaname, sequencename)::regclass,
                   $1::bigint + $2::bigint * row_number() over (order by schemaname, sequencename))
       from pg_sequences where max_value > 2 * $1::bigint and coalesce(last_value, 0) < $1::bigint`,
    [first, apart],
  );
}

export const isOfASequence = (text: string): boolean => /^1\d{9}$/.test(text);
