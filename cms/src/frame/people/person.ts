import type { Person } from '@gangway/kit';

export type { Person } from '@gangway/kit';

export const nobody: Person = Object.freeze({ scopes: [] });

/** The scope of our own processes, shown by the internal token. */
export const internalScope = 'internal';
