import { completeGrants, grantsOf } from './grants.ts';
import { isManaged, permissionsOf } from './section-permissions.ts';
import { permissionChange } from './permission-change.ts';

const nothing = grantsOf([]);
const explorer = 'plugin::content-manager.explorer';
const told = (grants: typeof nothing) =>
  permissionsOf(grants).map(({ action, subject = '', fields = '' }) =>
    `${action} ${subject} ${fields}`.trim(),
  );

describe('what sections open', () => {
  it('is nothing for a role without any', () => {
    expect(permissionsOf(nothing)).toEqual([]);
  });

  it('is reading for those who view', () => {
    const permissions = told({ ...nothing, catalog: 'view' });
    expect(permissions).toContain('api::sections.catalog.view');
    expect(permissions).toContain(`${explorer}.read api::catalog.activity all`);
    expect(permissions.filter((one) => /explorer\.(create|update|delete|publish)/.test(one))).toEqual([]);
  });

  it('is writing for those who act, and publishing where there are drafts', () => {
    const permissions = told({ ...nothing, catalog: 'act' });
    expect(permissions).toContain('api::sections.catalog.act');
    expect(permissions).toContain(`${explorer}.publish api::catalog.activity`);
    expect(permissions).toContain(`${explorer}.delete api::catalog.vessel`);
    expect(permissions).not.toContain(`${explorer}.publish api::catalog.vessel`);
    expect(permissions).toContain('plugin::upload.assets.create');
  });

  it('shows only the names of what belongs to another section', () => {
    expect(told({ ...nothing, schedule: 'act' })).toContain(`${explorer}.read api::catalog.activity title`);
    const both = told({ ...nothing, schedule: 'act', catalog: 'view' });
    expect(both.filter((one) => one.startsWith(`${explorer}.read api::catalog.activity`))).toEqual([
      `${explorer}.read api::catalog.activity all`,
    ]);
  });

  it('leaves the other permissions of Strapi alone', () => {
    expect(isManaged({ action: 'admin::users.read' })).toBe(false);
    expect(isManaged({ action: `${explorer}.read`, subject: 'plugin::users-permissions.user' })).toBe(false);
    expect(isManaged({ action: `${explorer}.update`, subject: 'api::catalog.event' })).toBe(true);
    expect(isManaged({ action: 'api::sections.cash.act' })).toBe(true);
  });
});

describe('the grants of a role', () => {
  it('are read back from its actions', () => {
    const grants = { ...nothing, catalog: 'act', orders: 'view' } as const;
    expect(grantsOf(permissionsOf(grants).map(({ action }) => action))).toEqual(grants);
  });

  it('of an Administrator are all of them', () => {
    expect(new Set(Object.values(completeGrants))).toEqual(new Set(['act']));
  });
});

describe('a change of permissions', () => {
  const read = (fields: string[], id?: number) => ({
    id,
    action: 'read',
    subject: 'a',
    properties: { fields },
  });

  it('touches only what differs, whatever the order of the fields', () => {
    expect(permissionChange([read(['a', 'b'], 1)], [read(['b', 'a'])])).toEqual({ add: [], remove: [] });
  });

  it('replaces a permission whose fields changed', () => {
    expect(permissionChange([read(['a'], 1)], [read(['a', 'b'])])).toEqual({
      add: [read(['a', 'b'])],
      remove: [read(['a'], 1)],
    });
  });
});
