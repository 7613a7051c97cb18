/** A permission as Strapi stores it. */
export type StoredPermission = {
  id?: number;
  action: string;
  subject?: string | null;
  properties?: { fields?: string[]; locales?: string[] | null };
};

export type PermissionChange = { add: StoredPermission[]; remove: StoredPermission[] };

/** What must change so that `wanted` stands instead of `present`. */
export function permissionChange(
  present: readonly StoredPermission[],
  wanted: readonly StoredPermission[],
): PermissionChange {
  const presentKeys = new Set(present.map(content));
  const wantedKeys = new Set(wanted.map(content));
  return {
    add: wanted.filter((permission) => !presentKeys.has(content(permission))),
    remove: present.filter((permission) => !wantedKeys.has(content(permission))),
  };
}

function content({ action, subject, properties = {} }: StoredPermission): string {
  const { fields, locales } = properties;
  return JSON.stringify([action, subject ?? null, sorted(fields), sorted(locales)]);
}

function sorted(values: readonly string[] | null | undefined): string[] | null {
  return values ? [...values].sort() : null;
}
