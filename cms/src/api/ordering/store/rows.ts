import { newId, requireOpen, type Transaction } from '@gangway/kit';

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
  await trx.raw(
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

function ourNames({ document_id: id, ...row }: RawRow, moments: readonly string[]): RawRow {
  const kept = Object.entries(row).filter(([column]) => !ownColumns.has(column));
  const named = kept.map(([column, value]) => [camelCase(column), value] as const);
  const dated = named.map(([name, value]) => [name, moments.includes(name) ? dateOf(value) : value]);
  return { id, ...Object.fromEntries(dated) };
}

function theirNames({ id, ...row }: RawRow): RawRow {
  const named = Object.entries(row).map(([name, value]) => [snakeCase(name), value] as const);
  return { document_id: id, ...Object.fromEntries(named) };
}

// Columns of datetime attributes have no zone and hold UTC.
function dateOf(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(`${value}Z`) : null;
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
