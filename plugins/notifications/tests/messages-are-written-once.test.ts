import { notificationsOf } from '@gangway/notifications/contract';
import { newId } from '@gangway/kit';

describe('x', () => {
  it('lists nothing', async () => {
    const messages = await strapi.db.transaction(({ trx }) => notificationsOf(strapi).list(trx, { kind: 'test', id: newId() }));
    expect(messages).toEqual([]);
    await expect(strapi.db.transaction(({ trx }) => notificationsOf(strapi).notify(trx, { message: 'test.no', subject: { kind: 'test', id: 'a' }, locale: 'ru', channel: 'email', to: 'a@b.example', key: newId(), now: new Date() }))).rejects.toThrow('No room');
  });
});
