/** What a list is narrowed to, as the address keeps it; empty values are left out. */
export type Filters = Record<string, string>;

/** The filters that the address holds, of those that the list knows. */
export function filtersIn(search: URLSearchParams, known: readonly string[]): Filters {
  const given = known.map((name): [string, string] => [name, (search.get(name) ?? '').trim()]);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The address with other filters: it begins at the first page again. What else it holds stays. */
export function withFilters(search: URLSearchParams, change: Record<string, string | undefined>) {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  next.delete('page');
  return next;
}

export function withPage(search: URLSearchParams, page: number): URLSearchParams {
  const next = new URLSearchParams(search);
  if (page > 1) next.set('page', String(page));
  else next.delete('page');
  return next;
}

export const pageIn = (search: URLSearchParams): number => {
  const page = Number(search.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
};

/** What the API is asked for. */
export function queryOf(filters: Filters, page: number): string {
  const query = new URLSearchParams(filters);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}

/** Which records a page shows: «26–50 из 132». */
export function spanOf({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const from = Math.min(total, (page - 1) * pageSize + 1);
  return {
    from,
    to: Math.min(total, page * pageSize),
    total,
    last: Math.max(1, Math.ceil(total / pageSize)),
  };
}
