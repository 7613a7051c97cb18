import type { Locale } from '@gangway/kit';

/** One object of two that are written already; both say something, and nothing twice. */
export const joined = (left: string, right: string): string => `${left.slice(0, -1)},${right.slice(1)}`;

/** JSON that is written once for each language, for as long as what it is kept by lives. */
export function textMemory<Owner extends object>() {
  const kept = new WeakMap<Owner, Partial<Record<Locale, string>>>();
  return (owner: Owner, locale: Locale, view: () => object): string => {
    const known = kept.get(owner) ?? {};
    kept.set(owner, known);
    return (known[locale] ??= JSON.stringify(view()));
  };
}
