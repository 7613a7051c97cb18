/** How many of the best seats, where, and for whom. */
export interface BestWish {
  count: number;
  zone?: string;
  accessible?: boolean;
}

/** A wish, and the number of the one showing of the page that it was made on. */
export interface BestForm {
  wish: BestWish;
  key: string;
}

/** What a form without scripts says; undefined when it is none of ours. */
export function readBestForm(form: FormData): BestForm | undefined {
  const wish = wishIn(form);
  const key = form.get('key');
  return wish && typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? { wish, key } : undefined;
}

function wishIn(form: FormData): BestWish | undefined {
  const count = Number(form.get('count'));
  const zone = form.get('zone') ?? '';
  if (!Number.isInteger(count) || count < 1 || count > 12) return undefined;
  if (typeof zone !== 'string' || !/^[a-z0-9-]{0,64}$/.test(zone)) return undefined;
  const isAccessible = form.get('accessible') === 'yes';
  return { count, ...(zone ? { zone } : {}), ...(isAccessible ? { accessible: true } : {}) };
}
