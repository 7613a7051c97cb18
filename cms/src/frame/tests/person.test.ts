import { readEnv } from '@gangway/config/env';
import { accountHolder } from '../../../tests/support/account.ts';
import { administrator, staffMember } from '../../../tests/support/staff.ts';
import { quickReads } from '../database/quick-reads.ts';
import { personResolver } from '../people/resolve-person.ts';
import { sectionAction } from '../people/sections.ts';
import { codeOf } from './caller.ts';

const nobody = { scopes: [] };
const who = (path: string, token: string) =>
  personResolver(strapi)({ path, authorization: `Bearer ${token}` });
const users = () => strapi.db.query('plugin::users-permissions.user');
const staff = () => strapi.db.query('admin::user');

describe('who is asking', () => {
  it('is a customer by the token of their account', async () => {
    const { id, token } = await accountHolder();
    expect(await who('/api/me', token)).toEqual({ customerId: id, scopes: [] });
  });

  it('is nobody once the customer is blocked or gone', async () => {
    const { id: documentId, token } = await accountHolder();
    await users().update({ where: { documentId }, data: { blocked: true } });
    expect(await who('/api/me', token)).toEqual(nobody);
    await users().update({ where: { documentId }, data: { blocked: false } });
    expect((await who('/api/me', token)).customerId).toBe(documentId);
    await users().delete({ where: { documentId } });
    expect(await who('/api/me', token)).toEqual(nobody);
  });

  it('is nobody by a token of Strapi’s that names no log-in of ours', async () => {
    const { id: documentId } = await accountHolder();
    const { id } = await users().findOne({ where: { documentId } });
    const token: string = strapi.plugin('users-permissions').service('jwt').issue({ id });
    expect(await who('/api/me', token)).toEqual(nobody);
  });

  it('is a member of the staff with what their roles are granted', async () => {
    const { staffId, token } = await staffMember({ sections: { orders: 'view' } });
    const person = await who('/api/admin/orders', token);
    expect(person.staffId).toBe(staffId);
    expect(person.scopes).toContain(sectionAction('orders', 'view'));
    expect(person.scopes).not.toContain(sectionAction('orders', 'act'));
    expect(await who('/api/crm/orders', token)).toEqual(person);
  });

  it('is nobody once the member of the staff is blocked, inactive or logged out', async () => {
    const { staffId, token } = await administrator();
    const change = (data: object) => staff().update({ where: { documentId: staffId }, data });
    await change({ blocked: true });
    expect(await who('/api/admin/orders', token)).toEqual(nobody);
    await change({ blocked: false, isActive: false });
    expect(await who('/api/admin/orders', token)).toEqual(nobody);
    await change({ isActive: true });
    expect((await who('/api/admin/orders', token)).staffId).toBe(staffId);
    await strapi.db.query('admin::session').deleteMany({ where: {} });
    expect(await who('/api/admin/orders', token)).toEqual(nobody);
  });

  it('is found out for all who ask at once by one statement, each with what is theirs', async () => {
    const [clerk, guide, blocked] = [
      await staffMember({ sections: { orders: 'view' } }),
      await staffMember({ sections: { schedule: 'act' } }),
      await staffMember({ sections: { orders: 'view' } }),
    ];
    await staff().update({ where: { documentId: blocked.staffId }, data: { blocked: true } });
    const asked = jest.spyOn(quickReads(strapi), 'raw');
    const all = [clerk, guide, blocked, clerk].map(({ token }) => who('/api/admin/orders', token));
    const [first, other, third, again] = await Promise.all(all);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    expect([first?.staffId, other?.staffId, third]).toEqual([clerk.staffId, guide.staffId, nobody]);
    expect(first?.scopes).toContain(sectionAction('orders', 'view'));
    expect(other?.scopes).not.toContain(sectionAction('orders', 'view'));
    expect(again).toEqual(first);
  });

  it('is never told by an answer that is older than the question', async () => {
    const { staffId, token } = await administrator();
    const [read, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reads = quickReads(strapi);
    const { raw } = reads;
    const asked = jest.spyOn(reads, 'raw').mockImplementationOnce((async (
      ...question: [string, unknown[]]
    ) => {
      const answer: unknown = await raw(...question);
      read.resolve();
      await gate.promise;
      return answer;
    }) as never);
    const before = who('/api/admin/orders', token);
    await read.promise;
    await staff().update({ where: { documentId: staffId }, data: { blocked: true } });
    const after = who('/api/admin/orders', token);
    gate.resolve();
    expect([(await before).staffId, await after]).toEqual([staffId, nobody]);
    asked.mockRestore();
  });

  it('is nobody by a log-in that ran out, nor by one of another kind', async () => {
    const { staffId, token } = await administrator();
    const sessions = strapi.db.query('admin::session');
    const staffIdNow = async () => (await who('/api/admin/orders', token)).staffId;
    const { sessionId } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const change = (data: object) => sessions.updateMany({ where: { sessionId }, data });
    expect(await staffIdNow()).toBe(staffId);
    await change({ expiresAt: new Date(Date.now() - 1) });
    expect(await staffIdNow()).toBeUndefined();
    await change({ expiresAt: new Date(Date.now() + 60_000) });
    expect(await staffIdNow()).toBe(staffId);
    await change({ origin: 'users-permissions' });
    expect(await staffIdNow()).toBeUndefined();
  });

  it('is one of our own processes by the internal token, on internal paths only', async () => {
    const { internalToken } = readEnv();
    expect(await who('/api/internal/clock', internalToken)).toEqual({ scopes: ['internal'] });
    expect(await who('/api/internal/clock', `${internalToken}x`)).toEqual(nobody);
    for (const path of ['/api/me', '/api/admin/orders', '/api/internals']) {
      expect(await who(path, internalToken)).toEqual(nobody);
    }
  });

  it('is nobody where the token is of another kind', async () => {
    const { token: ofCustomer } = await accountHolder();
    const { token: ofStaff } = await administrator();
    for (const path of ['/api/admin/orders', '/API/Admin/orders', '/api/crm', '/api/internal/clock']) {
      expect(await who(path, ofCustomer)).toEqual(nobody);
    }
    for (const path of ['/api/me', '/api/internal/clock', '/api/administrators']) {
      expect(await who(path, ofStaff)).toEqual(nobody);
    }
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'Bearer eyJ.eyJ.x'])(
    'is nobody with the header %p',
    async (authorization) => {
      for (const path of ['/api/me', '/api/admin/orders', '/api/internal/clock']) {
        expect(await personResolver(strapi)({ path, authorization })).toEqual(nobody);
      }
    },
  );
});

describe('a staff door over HTTP', () => {
  const sections = (token?: string) =>
    codeOf('/api/admin/sections', token ? { headers: { authorization: `Bearer ${token}` } } : {});

  it('is closed to nobody, forbidden without the section, open with it', async () => {
    expect(await sections()).toEqual([401, 'UNAUTHORIZED']);
    expect(await sections((await accountHolder()).token)).toEqual([401, 'UNAUTHORIZED']);
    expect(await sections((await staffMember({ sections: { orders: 'act' } })).token)).toEqual([
      403,
      'FORBIDDEN',
    ]);
    expect(await sections((await staffMember({ sections: { settings: 'view' } })).token)).toEqual([
      200,
      undefined,
    ]);
  });
});
