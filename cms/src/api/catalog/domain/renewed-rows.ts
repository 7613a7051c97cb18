import type { CatalogueRows, ImageRow, OtherIds, OtherName, OtherRows } from './catalogue-rows.ts';

/** Which rows are not what they were, by table. Activities have changed with their pictures. */
export type Changed = Record<OtherName, ReadonlySet<string>>;

export type Renewed = { rows: CatalogueRows; changed: Changed };

type Read = { ids: OtherIds; found: OtherRows };
type Row = { id: string };

const owners: Partial<Record<OtherName, string>> = {
  activities: 'api::catalog.activity',
  products: 'api::catalog.product',
  sites: 'api::catalog.site',
};

/** The rows with those that were read in their places; one that says the same as before stays the same object. */
export function renewedRows(rows: CatalogueRows, { ids, found }: Read): Renewed {
  const changed = Object.fromEntries(otherNames.map((name) => [name, new Set<string>()]));
  const next: Record<string, unknown> = { ...rows };
  for (const [name, asked] of Object.entries(ids) as [OtherName, readonly string[]][]) {
    const table = replaced(rows[name] as Row[], asked, (found[name] ?? []) as Row[]);
    next[name] = table.rows;
    for (const id of table.changed) changed[name]?.add(id);
    const pictures = renewedImages(rows, { name, asked, found });
    if (pictures) next['images'] = [...withoutThose(next['images'] as ImageRow[], pictures), ...pictures.now];
    for (const id of pictures?.changed ?? []) changed[name]?.add(id);
  }
  return { rows: next as unknown as CatalogueRows, changed: changed as unknown as Changed };
}

const otherNames: readonly OtherName[] = [
  ...(['activities', 'fees', 'ticketTypes', 'sellers', 'vessels', 'venues', 'berths'] as const),
  ...(['routes', 'categories', 'plans', 'products', 'pages', 'sites'] as const),
];

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** In the order of a full reading, in which rows come by age. */
function replaced(before: readonly Row[], asked: readonly string[], found: readonly Row[]) {
  const wanted = new Set(asked);
  const old = Map.groupBy(
    before.filter(({ id }) => wanted.has(id)),
    ({ id }) => id,
  );
  const fresh = Map.groupBy(found, ({ id }) => id);
  const changed = [...wanted].filter((id) => !isSame(old.get(id) ?? [], fresh.get(id) ?? []));
  if (changed.length === 0) return { rows: before, changed };
  const isOther = new Set(changed);
  const placed = new Set<string>();
  const place = (id: string) => (placed.has(id) ? [] : (placed.add(id), fresh.get(id) ?? []));
  const kept = before.flatMap((row) => (isOther.has(row.id) ? place(row.id) : row));
  return { rows: [...kept, ...changed.flatMap(place)], changed };
}

type Pictures = { type: string; owners: ReadonlySet<number>; now: ImageRow[]; changed: string[] };
type Asking = { name: OtherName; asked: readonly string[]; found: OtherRows };

/** The pictures of the rows that were asked for; undefined when they are the same. */
function renewedImages(rows: CatalogueRows, { name, asked, found }: Asking): Pictures | undefined {
  const type = owners[name];
  if (!type) return undefined;
  const wanted = new Set(asked);
  const known = [...rows[name], ...(found[name] ?? [])] as (Row & { rowId: number })[];
  const idOf = new Map(known.flatMap(({ id, rowId }) => (wanted.has(id) ? [[rowId, id] as const] : [])));
  const isTheirs = ({ ownerType, ownerRowId }: ImageRow) => ownerType === type && idOf.has(ownerRowId);
  const old = rows.images.filter(isTheirs);
  const now = found.images.filter(isTheirs);
  if (isSame(old, now)) return undefined;
  return { type, owners: new Set(idOf.keys()), now, changed: [...new Set(idOf.values())] };
}

const withoutThose = (images: readonly ImageRow[], { type, owners: gone }: Pictures): ImageRow[] =>
  images.filter(({ ownerType, ownerRowId }) => ownerType !== type || !gone.has(ownerRowId));
