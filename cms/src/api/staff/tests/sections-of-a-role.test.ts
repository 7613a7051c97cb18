import { administrator, asStaff, grant, staffMember, unique } from '../../../../tests/support/staff.ts';
import { makeVessel, words } from '../../../../tests/support/catalogue.ts';
import { sectionNames, type SectionGrants } from '../../../frame/people/sections.ts';

interface Role {
  id: number;
  name: string;
  administrator: boolean;
  grants: SectionGrants;
}

interface Matrix {
  sections: { name: string; title: { zh: string } }[];
  roles: Role[];
  mine: SectionGrants;
}

const vessels = '/content-manager/collection-types/api::catalog.vessel';
const matrix = (member: { token: string }) => asStaff<Matrix>(member, { path: '/api/admin/sections' });
const put = (member: { token: string }, roleId: number | string, grants: object) =>
  asStaff<Role>(member, { method: 'PUT', path: `/api/admin/sections/${roleId}`, body: { grants } });

describe('a new installation', () => {
  it('has the roles Administrator and Manager and none of the stock ones', async () => {
    const roles: { name: string; code: string }[] = await strapi.db.query('admin::role').findMany();
    const codes = roles.map(({ code }) => code);
    expect(roles.find(({ code }) => code === 'strapi-super-admin')?.name).toBe('Administrator');
    expect(roles.find(({ code }) => code === 'gangway-manager')?.name).toBe('Manager');
    expect(codes).not.toContain('strapi-editor');
    expect(codes).not.toContain('strapi-author');
  });

  it('for a demonstration grants a Manager the work of a day at the desk, and no more', async () => {
    const { roles } = await strapi.service('api::staff.sections').matrix({ granted: [] });
    const manager = (roles as Role[]).find(({ name }) => name === 'Manager');
    const act = { catalog: 'act', schedule: 'act', orders: 'act', refunds: 'act', support: 'act' };
    const view = { payments: 'view', documents: 'view', members: 'view', reports: 'view' };
    const none = { cash: 'none', verification: 'none', suppliers: 'none', settings: 'none' };
    expect(manager?.grants).toEqual({ ...act, ...view, ...none });
  });
});

describe('the matrix of sections', () => {
  it('shows every section and role to those who may see the settings', async () => {
    const member = await staffMember({ sections: { settings: 'view', cash: 'act' } });
    const { status, data } = await matrix(member);
    expect(status).toBe(200);
    expect(data.sections.map(({ name }) => name)).toEqual([...sectionNames]);
    expect(data.mine).toMatchObject({ settings: 'view', cash: 'act', catalog: 'none' });
    expect(data.roles.find(({ id }) => id === member.roleId)?.grants).toEqual(data.mine);
    expect(data.roles.find((role) => role.administrator)?.grants).toMatchObject({ refunds: 'act' });
  });

  it('is changed only by those who may act in the settings', async () => {
    const viewer = await staffMember({ sections: { settings: 'view' } });
    expect((await put(viewer, viewer.roleId, { catalog: 'act' })).status).toBe(403);
    const actor = await staffMember({ sections: { settings: 'act' } });
    const { status, data } = await put(actor, viewer.roleId, { catalog: 'act' });
    expect([status, data.grants.catalog, data.grants.settings]).toEqual([200, 'act', 'view']);
  });

  it('is not changed for one’s own role by whoever may change the others', async () => {
    const actor = await staffMember({ sections: { settings: 'act' } });
    const refused = await put(actor, actor.roleId, { cash: 'act' });
    expect(refused).toMatchObject({ status: 403, error: { code: 'OWN_ROLE' } });
    expect((await matrix(actor)).data.mine).toMatchObject({ settings: 'act', cash: 'none' });
  });

  it('never limits an Administrator, who may do all of it', async () => {
    const admin = await administrator();
    const refused = await put(admin, admin.roleId, { catalog: 'none' });
    expect(refused).toMatchObject({ status: 409, error: { code: 'ADMINISTRATOR_IS_COMPLETE' } });
    expect((await matrix(admin)).data.mine).toEqual(
      Object.fromEntries(sectionNames.map((name) => [name, 'act'])),
    );
  });

  it('knows its roles, sections and levels', async () => {
    const admin = await administrator();
    expect((await put(admin, 999_999, { catalog: 'act' })).status).toBe(404);
    expect((await put(admin, 'manager', { catalog: 'act' })).status).toBe(404);
    const { roleId } = await staffMember();
    expect((await put(admin, roleId, { kitchen: 'act' })).status).toBe(400);
    expect((await put(admin, roleId, { catalog: 'own' })).status).toBe(400);
  });

  it('is audited with what changed', async () => {
    const admin = await administrator();
    const { roleId } = await staffMember({ sections: { catalog: 'view' } });
    await put(admin, roleId, { catalog: 'act', orders: 'none' });
    const where = { action: 'staff.role.granted', subject_id: String(roleId) };
    const entry = await strapi.db.connection('audit_log').where(where).orderBy('id', 'desc').first();
    expect(entry.actor_id).toBe(admin.staffId);
    expect(JSON.parse(entry.details)).toEqual({ sections: { catalog: { from: 'view', to: 'act' } } });
  });
});

describe('what a section opens', () => {
  const create = { method: 'POST', path: vessels };
  const body = () => ({ name: words(), capacity: 10 });

  it('is nothing at first, reading with view, writing with act, and nothing again when it is taken away', async () => {
    const member = await staffMember();
    await makeVessel();
    const round = async () => [
      (await asStaff(member, { path: vessels })).status,
      (await asStaff(member, { ...create, body: body() })).status,
    ];
    expect(await round()).toEqual([403, 403]);
    await grant({ roleId: member.roleId, sections: { catalog: 'view' } });
    expect(await round()).toEqual([200, 403]);
    await grant({ roleId: member.roleId, sections: { catalog: 'act' } });
    expect(await round()).toEqual([200, 201]);
    await grant({ roleId: member.roleId, sections: { catalog: 'none' } });
    expect(await round()).toEqual([403, 403]);
  });

  it('is every language of an activity', async () => {
    const member = await staffMember({ sections: { catalog: 'act' } });
    const path = '/content-manager/collection-types/api::catalog.activity';
    for (const locale of ['ru', 'en', 'zh-Hans']) {
      const answer = await asStaff(member, {
        method: 'POST',
        path: `${path}?locale=${locale}`,
        body: { title: unique('Title'), durationMinutes: 60 },
      });
      expect(answer.status).toBe(201);
    }
  });

  it('is only the names of what another section holds', async () => {
    const member = await staffMember({ sections: { schedule: 'act' } });
    const path = '/content-manager/collection-types/api::catalog.vessel';
    const vessel = await makeVessel();
    const { status, data } = await asStaff<{ label: string; capacity?: number }>(member, {
      path: `${path}/${vessel.documentId}`,
    });
    expect([status, data.label, data.capacity]).toEqual([200, vessel.label, undefined]);
    const write = { method: 'PUT', path: `${path}/${vessel.documentId}`, body: { capacity: 11 } };
    expect((await asStaff(member, write)).status).toBe(403);
  });

  it('follows a role that is saved in the pages of Strapi, whatever else is ticked there', async () => {
    const admin = await administrator();
    const member = await staffMember({ sections: { catalog: 'view' } });
    const path = `/admin/roles/${member.roleId}/permissions`;
    const permission = (action: string, subject: string | null = null) => ({
      ...{ action, subject, properties: {}, conditions: [] },
    });
    const permissions = [
      permission('api::sections.schedule.view'),
      permission('plugin::content-manager.explorer.delete', 'api::catalog.vessel'),
      permission('admin::users.read'),
    ];
    expect((await asStaff(admin, { method: 'PUT', path, body: { permissions } })).status).toBe(200);
    expect((await asStaff(member, { path: vessels })).status).toBe(200);
    const schedules = '/content-manager/collection-types/api::catalog.schedule';
    expect((await asStaff(member, { path: schedules })).status).toBe(200);
    const vessel = await makeVessel();
    const remove = { method: 'DELETE', path: `${vessels}/${vessel.documentId}` };
    expect((await asStaff(member, remove)).status).toBe(403);
    expect((await asStaff(member, { path: '/admin/users' })).status).toBe(200);
  });

  it('is brought up to date when the fields of a type have changed', async () => {
    const member = await staffMember({ sections: { catalog: 'view' } });
    const where = { role: { id: member.roleId }, subject: 'api::catalog.vessel' };
    const query = strapi.db.query('admin::permission');
    const stale = await query.findOne({ where });
    await query.update({ where: { id: stale.id }, data: { properties: { fields: ['label'] } } });
    await strapi.service('api::staff.sections').settleRoles();
    expect((await query.findOne({ where })).properties.fields).toContain('capacity');
  });
});
