import type { Api } from '@gangway/client/api';
import { ask } from './ask.ts';
import type { Chip } from './chips.ts';
import type { Day } from './days.ts';
import { apiQuery, isGrouped } from './filters.ts';

/** What is found when one thing that is on is taken off. */
export interface WayOut {
  label: string;
  href: string;
  total: number;
  /** What is counted are activities. */
  grouped: boolean;
}

const most = 6;

/** Where nothing is found: the things that are on whose absence would show something, the most first. */
export async function waysOut({
  api,
  chips,
  today,
}: {
  api: Api;
  chips: readonly Chip[];
  today: Day;
}): Promise<WayOut[]> {
  const found = await Promise.all(
    chips.slice(0, most).map(async ({ label, href, rest }) => {
      const query = { ...apiQuery(rest, today), pageSize: '1' };
      const { data } = await ask(api.GET('/api/events', { params: { query } }));
      return { label, href, total: data?.meta.total ?? 0, grouped: isGrouped(rest) };
    }),
  );
  return found.filter(({ total }) => total > 0).sort((left, right) => right.total - left.total);
}
