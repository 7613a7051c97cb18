import { newId } from '@gangway/kit';
import { openMailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import type { Mailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import { administrator } from '../../../../tests/support/staff.ts';

const box: { mailbox?: Mailbox } = {};
beforeAll(async () => void (box.mailbox = await openMailbox({ port: smtpPort })));
afterAll(() => box.mailbox?.close());

const letterTo = async (to: string) => {
  for (;;) {
    const [found] = box.mailbox?.letters.to(to) ?? [];
    if (found) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
};
const post = (path: string, body: object) =>
  fetch(baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a forgotten password', () => {
  it('of the back office is mailed from the house’s own address', async () => {
    const { staffId } = await administrator();
    const email = `${newId()}@example.org`;
    await strapi.db.query('admin::user').update({ where: { documentId: staffId }, data: { email } });
    expect((await post('/admin/forgot-password', { email })).status).toBe(204);
    expect((await letterTo(email)).from.address).toBe('tickets@gangway.example');
  });

  it('of a customer too', async () => {
    const email = `${newId()}@example.org`;
    await strapi
      .plugin('users-permissions')
      .service('user')
      .add({ username: newId(), email, password: 'Password1', provider: 'local', confirmed: true });
    expect((await post('/api/auth/forgot-password', { email })).status).toBe(200);
    expect((await letterTo(email)).from.address).toBe('tickets@gangway.example');
  });
});
