import { clock, newId } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { order, placed } from './ask-orders.ts';

describe('the limit of a promotion', () => {
  let hall: Hall;
  let guide = '';
  const name = texts('Гид', 'Guide', '导览');

  beforeAll(async () => {
    hall = await buildHall();
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

  afterEach(() => clock.reset());

  const promotion = async (maxUses: number) => {
    const code = `P${newId().slice(0, 10).toUpperCase()}`;
    const terms = { kind: 'percent', percent: 10, currency: 'EUR', maxUses };
    const { documentId: id } = await create('catalog.promotion', {
      ...{ code, name, seller: hall.seller.documentId },
      ...terms,
    });
    return { code, id };
  };

  const goods = () => ({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });

  const live = async (promotionId: string) => {
    const rows = await strapi.db.connection('promotion_uses').where({ promotion_id: promotionId });
    return rows.filter(({ released_at }) => released_at === null).length;
  };

  /** Many transactions, each of which uses the promotion for an order of its own; how many were granted. */
  async function race({
    table,
    promotionId,
    racers,
  }: {
    table: string;
    promotionId: string;
    racers: number;
  }) {
    const use = () =>
      strapi.db.connection.transaction(async (trx) => {
        const { rows } = await trx.raw(
          `insert into ${table} (promotion_id, order_id, used_at) values (?, ?, ?) returning id`,
          [promotionId, newId(), new Date()],
        );
        return rows.length as number;
      });
    const granted = await Promise.all(Array.from({ length: racers }, use));
    return granted.reduce((sum, one) => sum + one, 0);
  }

  it('with one use left lets one of 200 orders at once have it', async () => {
    const { code, id } = await promotion(1);
    const answers = await Promise.all(
      // Each from an address of its own: trying codes is limited for one.
      Array.from({ length: 200 }, (_, at) =>
        order({ ...goods(), promoCode: code }, { 'x-forwarded-for': `198.51.100.${at}` }),
      ),
    );
    const codes = Map.groupBy(answers, ({ status, code: refused }) => `${status} ${refused ?? ''}`);
    expect(Object.fromEntries([...codes].map(([key, { length }]) => [key, length]))).toEqual({
      '201 ': 1,
      '409 PROMOTION_USED_UP': 199,
    });
    expect(await live(id)).toBe(1);
    const orders = await strapi.db.connection('orders').where({ promotion_id: id });
    expect(orders).toHaveLength(1);
  });

  it('is kept by the database itself: a copy of the table without its guard lets all of 200 through', async () => {
    const { id } = await promotion(1);
    expect(await race({ table: 'promotion_uses', promotionId: id, racers: 200 })).toBe(1);
    const copy = `promotion_uses_${newId()}`;
    await strapi.db.connection.raw(`create table ${copy} (like promotion_uses including all)`);
    try {
      expect(await race({ table: copy, promotionId: id, racers: 200 })).toBe(200);
    } finally {
      await strapi.db.connection.raw(`drop table ${copy}`);
    }
  });

  it('needs the lock on the promotion: counting alone lets two at once through', async () => {
    const { id } = await promotion(1);
    const copy = `promotion_uses_${newId()}`;
    await strapi.db.connection.raw(`
      create table ${copy} (like promotion_uses including all);
      create function ${copy}_count() returns trigger language plpgsql as $$
      begin
        if (select count(*) from ${copy} where promotion_id = new.promotion_id and released_at is null)
           >= (select max_uses from promotions where document_id = new.promotion_id) then return null; end if;
        return new;
      end $$;
      create trigger ${copy}_count before insert on ${copy} for each row execute function ${copy}_count()`);
    const insert = `insert into ${copy} (promotion_id, order_id, used_at) values (?, ?, now()) returning id`;
    const [first, second] = [
      await strapi.db.connection.transaction(),
      await strapi.db.connection.transaction(),
    ];
    try {
      const granted = [await first.raw(insert, [id, 'a']), await second.raw(insert, [id, 'b'])];
      expect(granted.map(({ rows }) => rows.length)).toEqual([1, 1]);
    } finally {
      await Promise.all([first.rollback(), second.rollback()]);
      await strapi.db.connection.raw(`drop table ${copy}; drop function ${copy}_count()`);
    }
  });

  it('counts a use again when its order was not paid in time', async () => {
    const { code, id } = await promotion(1);
    await placed({ ...goods(), promoCode: code });
    clock.shiftBy(15 * 60_000);
    await jobsOf(strapi).sweepNow();
    expect(await live(id)).toBe(0);
    expect((await order({ ...goods(), promoCode: code })).status).toBe(201);
  });

  it('does not count refused orders', async () => {
    const { code, id } = await promotion(2);
    const refused = await order({ ...goods(), promoCode: code, consents: [] });
    expect(refused.code).toBe('CONSENT_REQUIRED');
    await placed({ ...goods(), promoCode: code });
    expect(await live(id)).toBe(1);
  });

  it('keeps several promotions apart', async () => {
    const [one, two] = [await promotion(1), await promotion(1)];
    await placed({ ...goods(), promoCode: one.code });
    await placed({ ...goods(), promoCode: two.code });
    expect([await live(one.id), await live(two.id)]).toEqual([1, 1]);
  });
});
