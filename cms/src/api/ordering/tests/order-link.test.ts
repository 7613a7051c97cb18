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
    const { rows } = await strapi.db.connection.raw(
      `select count(*)::int as jobs from graphile_worker._private_jobs`,
    );
    expect(rows[0].jobs).toBeGreaterThanOrEqual(0);
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

  it('is limited for each address that is asked about', async () => {
    const email = newEmail();
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await lookUp({ number: '100-000-000', email }));
    expect(answers.at(-1)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
