/**
 * Who is asking. At most one of the three identities is set; nobody is the default. `scopes` are what the identity
 * may do: for staff the action ids of all their roles, for our own processes `internal`.
 */
export type Person = {
  customerId?: string;
  memberId?: string;
  staffId?: string;
  scopes: readonly string[];
};
