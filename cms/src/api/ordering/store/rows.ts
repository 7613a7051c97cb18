import { newId, requireOpen, send, type Transaction } from '@gangway/kit';

/** A row of a content type in our own names, its moments still text. */
type RawRow = Record<string, unknown>;

/**
 * Rows of content types as objects: `buyer_name` becomes `buyerName`, the document id becomes `id`, moments become
 * dates. The statement selects whole rows of the alias `t`.
 */
export async function readRows<Row>(
  trx: Transaction,
  {
    sql,
    bindings = [],
    moments = [],
  }: { sql: string; bindings?: readonly unknown[]; moments?: readonly string[] },
): Promise<Row[]> {
  const { rows } = await trx.raw(`select row_to_json(t) as row from ${sql}`, bindings);
  return (rows as { row: RawRow }[]).map(({ row }) => ourNames(row, moments) as Row);
}

/** Writes rows of a content type as Strapi would; keys in our own names, each row with its `id`. */
export async function insertRows(
  trx: Transaction,
  { table, rows, now }: { table: string; rows: readonly { id: string }[]; now: Date },
): Promise<void> {
  requireOpen(trx, `write ${table}`);
  if (rows.length === 0) return;
  const stamps = { createdAt: now, updatedAt: now, publishedAt: now };
  const written = rows.map((row) => theirNames({ ...row, ...stamps }));
  const columns = Object.keys(written[0] ?? {}).join(', ');
  await send(
    trx,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
    [JSON.stringify(written)],
  );
}

/** `id` for a row that has none yet. */
export function withId<Row extends object>(row: Row): Row & { id: string } {
  return { ...row, id: newId() };
}

const ownColumns: ReadonlySet<string> = new Set([
  ...['id', 'created_at', 'updated_at', 'published_at', 'created_by_id', 'updated_by_id', 'locale'],
]);

function ourNames(row: RawRow, moments: readonly string[]): RawRow {
  const named: RawRow = { id: row['document_id'] };
  for (const column in row) {
    if (column === 'document_id' || ownColumns.has(column)) continue;
    const name = ourName(column);
    named[name] = moments.includes(name) ? dateOf(row[column]) : row[column];
  }
  return named;
}

function theirNames(row: RawRow): RawRow {
  const named: RawRow = { document_id: row['id'] };
  for (const name in row) if (name !== 'id') named[theirName(name)] = row[name];
  return named;
}

/** There are as many names as columns, and they are asked for with every row. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}

const ourName = remembered((column) =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
);

const theirName = remembered((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

// Columns of datetime attributes have no zone and hold UTC.
function dateOf(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(`${value}Z`) : null;
}
