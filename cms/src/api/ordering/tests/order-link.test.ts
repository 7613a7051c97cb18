import { newId } from '@gangway/kit';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { eventually } from '../../catalog/tests/ask-shop.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { lookUp, placed } from './ask-orders.ts';

describe('asking for the link to an order', () => {
  let hall: Hall;
  let guide = '';

  beforeAll(async () => {
    hall = await buildHall();
    const name = texts('Гид', 'Guide', '导览');
    const { documentId: seller } = hall.seller;
    const product = {
      name,
      description: name,
      slug: `guide-${hall.mark}`,
      seller,
      amount: 900,
      currency: 'EUR',
    };
    guide = (await create('catalog.product', product)).documentId;
    await refresh();
  });

  const newEmail = () => `${newId()}@example.org`;

  const buy = (email: string) => {
    const customer = { fullName: 'Анна', email, phone: '+7 921 000-00-00' };
    return placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }], customer });
  };

  const letters = (to: string) =>
    strapi.db.connection('messages').where({ message: 'order.link', recipient: to }).select('subject_id');

  const jobs = async () => {
    const { rows } = await strapi.db.connection.raw(
      `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'ordering.send-link'`,
    );
    return rows[0].jobs as number;
  };

  /** What the database is asked about orders and jobs while something is done. */
  async function statements(doing: () => Promise<unknown>): Promise<string[]> {
    const asked: string[] = [];
    const isOurs = (sql: string, bindings: unknown) =>
      sql.includes('where t.number') || JSON.stringify(bindings ?? null).includes('ordering.send-link');
    const listen = ({ sql, bindings }: { sql: string; bindings: unknown }) =>
      isOurs(sql, bindings) && asked.push(sql);
    strapi.db.connection.on('query', listen);
    await doing();
    strapi.db.connection.off('query', listen);
    return asked;
  }

  const settled = () => eventually(jobs, (left) => left === 0);

  it('sends it to the buyer’s own address, however the number was typed', async () => {
    const email = newEmail();
    const { id, number } = await buy(email);
    const { status, data } = await lookUp({
      number: ` ${number.replaceAll('-', ' ')}`,
      email: email.toUpperCase(),
    });
    expect([status, data]).toEqual([202, { accepted: true }]);
    const sent = await eventually(
      () => letters(email),
      (rows) => rows.length > 0,
    );
    expect(sent.map(({ subject_id }) => subject_id)).toEqual([id]);
  });

  it('answers the same when number and address do not belong together, and sends nothing', async () => {
    const [mine, theirs] = [newEmail(), newEmail()];
    const { number } = await buy(mine);
    const wrong = [
      { number, email: theirs },
      { number: '100-000-000', email: mine },
      { number: 'nothing', email: newEmail() },
      { number: "' or '1'='1", email: newEmail() },
    ];
    for (const question of wrong) {
      const { status, data } = await lookUp(question);
      expect([status, data]).toEqual([202, { accepted: true }]);
    }
    await settled();
    expect(await letters(mine)).toEqual([]);
    expect(await letters(theirs)).toEqual([]);
  });

  it('does the same work for a wrong question as for a right one', async () => {
    const email = newEmail();
    const { number } = await buy(email);
    const right = await statements(() => lookUp({ number, email }));
    expect(right).toHaveLength(2);
    expect(await statements(() => lookUp({ number, email: newEmail() }))).toEqual(right);
    expect(await statements(() => lookUp({ number: 'nothing', email: newEmail() }))).toEqual(right);
  });

  it('is refused when it is no question', async () => {
    for (const body of [
      {},
      { number: '1' },
      { number: 1, email: newEmail() },
      { number: '1', email: 'anna' },
    ]) {
      const { status, code } = await lookUp(body);
      expect([status, code]).toEqual([400, 'INVALID_INPUT']);
    }
    expect((await lookUp({ number: '1', email: newEmail(), id: 'x' })).code).toBe('UNKNOWN_FIELD');
    expect((await lookUp('{')).code).toBe('MALFORMED_JSON');
  });

  it.each(['for each caller', 'for each address that is asked about'])('is limited %s', async (whom) => {
    const [email, ip] = [newEmail(), '2001:db8::7'];
    const ask = () =>
      whom === 'for each caller'
        ? lookUp({ number: '100-000-000', email: newEmail() }, ip)
        : lookUp({ number: '100-000-000', email });
    for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(202);
    const { status, code, headers } = await ask();
    expect([status, code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
