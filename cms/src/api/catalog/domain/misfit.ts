/** Something that cannot be shown, and why: a message for whoever keeps the catalogue. */
export type Misfit = { kind: 'departure' | 'product'; id: string; misfit: string };

/** What `make` makes; a misfit where it throws, so that one record never takes the others with it. */
export function orMisfit<T>({ kind, id }: Omit<Misfit, 'misfit'>, make: () => T): T | Misfit {
  try {
    return make();
  } catch (error) {
    return { kind, id, misfit: error instanceof Error ? error.message : String(error) };
  }
}

/** Parts what can be shown from what cannot. */
export function parted<T extends object>(
  outcomes: readonly (T | Misfit)[],
): {
  shown: T[];
  misfits: Misfit[];
} {
  return {
    shown: outcomes.filter((outcome): outcome is T => !('misfit' in outcome)),
    misfits: outcomes.filter((outcome): outcome is Misfit => 'misfit' in outcome),
  };
}
