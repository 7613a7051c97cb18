import { ask, codeOf } from './caller.ts';

describe('what Strapi would offer the public', () => {
  it.each([
    '/api/users',
    '/api/users/1',
    '/api/users/me',
    '/api/users/count',
    '/api/users-permissions/roles',
    '/api/users-permissions/permissions',
    '/api/connect/google',
    '/api/auth/google/callback',
    '/api/auth/sessions',
    '/api/auth/refresh',
    '/api/i18n/locales',
    '/api/upload/files',
    '/api/content-type-builder/content-types',
    '/api/email',
    '/api/sellers',
    '/api/activities',
    '/api/seating-plans',
  ])('%s does not exist', async (path) => {
    expect(await codeOf(path)).toEqual([404, 'NOT_FOUND']);
  });

  it('says nothing of the software that answers', async () => {
    const { headers } = await ask('/api/nothing');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('lets no page of another origin read an answer', async () => {
    const { headers } = await ask('/api/nothing', { headers: { origin: 'https://evil.example' } });
    expect(headers.get('access-control-allow-origin')).toBeFalsy();
  });

  it('holds no API token that nobody asked for', async () => {
    expect(await strapi.db.query('admin::api-token').count()).toBe(0);
  });
});
