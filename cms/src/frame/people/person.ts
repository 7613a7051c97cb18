/**
 * Who is asking. At most one of the three identities is set; nobody is the default. `scopes` are what the identity
 * may do: for staff the action ids of all their roles, for our own processes `internal`.
 */
export interface Person {
  customerId?: string;
  memberId?: string;
  staffId?: string;
  scopes: readonly string[];
}

export const nobody: Person = Object.freeze({ scopes: [] });

/** The scope of our own processes, shown by the internal token. */
export const internalScope = 'internal';
