/** How many of the best seats, where, and for whom. */
export interface BestWish {
  count: number;
  zone?: string;
  accessible?: boolean;
}

/** What a form without scripts says; undefined when it is none of ours. */
export function readBestForm(form: FormData): BestWish | undefined {
  const count = Number(form.get('count'));
  const zone = form.get('zone') ?? '';
  if (!Number.isInteger(count) || count < 1 || count > 12) return undefined;
  if (typeof zone !== 'string' || !/^[a-z0-9-]{0,64}$/.test(zone)) return undefined;
  const isAccessible = form.get('accessible') === 'yes';
  return { count, ...(zone ? { zone } : {}), ...(isAccessible ? { accessible: true } : {}) };
}
