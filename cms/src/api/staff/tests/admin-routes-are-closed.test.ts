import { adminRoutes, filled, ofEverybody, open, type AdminRoute } from './admin-routes.ts';
import { asStaff, staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { makePicture } from '../../../../tests/support/catalogue.ts';

const ask = async (route: AdminRoute, member?: StaffMember) => {
  const requests = filled(route, { picture: (await makePicture()).id });
  const answers = await Promise.all(requests.map((request) => asStaff(member, request)));
  return [...new Set(answers.map(({ status }) => status))];
};

const closed = () => adminRoutes(strapi).filter(({ name }) => !(name in open) && !(name in ofEverybody));

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the routes of the back office', () => {
  it('are found, ours among them', () => {
    const names = adminRoutes(strapi).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(150);
    expect(names).toEqual(
      expect.arrayContaining([
        'GET /api/admin/sections',
        'PUT /api/admin/sections/:roleId',
        'POST /content-manager/collection-types/:model',
        'POST /upload',
      ]),
    );
  });

  it('answer 403 to a Manager without any section', async () => {
    const manager = await staffMember();
    const others: [string, number[]][] = [];
    for (const route of closed()) {
      const statuses = await ask(route, manager);
      if (statuses.join() !== '403') others.push([route.name, statuses]);
    }
    expect(others).toEqual([]);
  });

  it('answer 401 to nobody', async () => {
    const others: [string, number[]][] = [];
    for (const route of adminRoutes(strapi)) {
      if (route.name in ofEverybody) continue;
      const statuses = await ask(route);
      if (statuses.join() !== '401') others.push([route.name, statuses]);
    }
    expect(others).toEqual([]);
  });

  it('that are open are still there, so that the lists say nothing of what is gone', () => {
    const names = new Set(adminRoutes(strapi).map(({ name }) => name));
    const gone = [...Object.keys(open), ...Object.keys(ofEverybody)].filter((name) => !names.has(name));
    expect(gone).toEqual([]);
  });

  it('take pictures only from those who act in the catalogue', async () => {
    const upload = async (sections: object) => {
      const { token } = await staffMember({ sections });
      const body = new FormData();
      body.append('files', new Blob([picture], { type: 'image/png' }), 'picture.png');
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${baseUrl}/upload`, { method: 'POST', headers, body })).status;
    };
    expect(await upload({})).toBe(403);
    expect(await upload({ catalog: 'view' })).toBe(403);
    expect(await upload({ catalog: 'act' })).toBe(201);
  });

  it('write no e-mail for whoever can log in', () => {
    expect(adminRoutes(strapi).map(({ name }) => name)).not.toContain('POST /email');
  });
});
