import { useSearchParams } from 'react-router-dom';
import { filtersIn, pageIn, queryOf, withFilters, withPage, type Filters } from './filters.ts';
import { useAnswer } from './use-answer.ts';

export type Listed<Row, Meta = object> = {
  data: Row[];
  meta: { page: number; pageSize: number; total: number } & Meta;
};

/** A list of the API whose filters and page live in the address. `defaults` are asked for where the address says nothing. */
export function useList<Row, Meta = object>({
  path,
  known,
  defaults = {},
}: {
  path: string;
  known: readonly string[];
  defaults?: Filters;
}) {
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search, known);
  const query = queryOf({ ...defaults, ...filters }, pageIn(search));
  const { answer, load } = useAnswer<Listed<Row, Meta>>(query ? `${path}?${query}` : path);
  return {
    answer,
    load,
    filters,
    change: (change: Record<string, string | undefined>) =>
      setSearch((before) => withFilters(before, change), { replace: true }),
    reset: () =>
      setSearch((before) => withFilters(before, Object.fromEntries(known.map((name) => [name, undefined])))),
    turnTo: (page: number) => setSearch((before) => withPage(before, page)),
  };
}
