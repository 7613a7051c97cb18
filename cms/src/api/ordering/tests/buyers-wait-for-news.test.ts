import { newId } from '@gangway/kit';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';
import { newsRoom } from '../news/look-or-wait.ts';
import { bank, begin, eventually, notice, order, payAt, type Bought } from './purchase.ts';

const house: { hall?: Hall; eventId?: string } = {};

beforeAll(async () => {
  house.hall = await buildHall();
  house.eventId = await house.hall.general();
});

interface Heard {
  status: number;
  applied: string | null;
  data: unknown;
}

type Asking = { path?: string; prefer?: string; token?: string };

/** One question about an order, whose caller would rather wait than ask again. */
async function ask(
  { id, accessToken }: Pick<Bought, 'id' | 'accessToken'>,
  { path = '', prefer = 'wait=25', token = accessToken }: Asking = {},
): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, prefer };
  const answer = await fetch(`${baseUrl}/api/orders/${id}${path}`, { headers });
  const { data } = (await answer.json()) as { data: unknown };
  return { status: answer.status, applied: answer.headers.get('preference-applied'), data };
}

const buy = () => order(house.eventId ?? '', { quantities: { [house.hall?.adult.documentId ?? '']: 1 } });
const issued = [{ state: 'issued' }];

/** Less than a question waits: whoever hears nothing is answered in the end, and that is too late here. */
const patience = 20_000;

describe('a buyer who would rather wait than ask again', () => {
  it(
    'gets the tickets with one question, in the moment in which they are there',
    async () => {
      const bought = await buy();
      const externalId = await begin(bought);
      const waiting = ask(bought, { path: '/tickets' });
      await payAt(externalId);
      expect(await waiting).toMatchObject({ status: 200, applied: 'wait=25', data: issued });
    },
    patience,
  );

  it(
    'hears with one question that the order is paid',
    async () => {
      const bought = await buy();
      const externalId = await begin(bought);
      const waiting = ask(bought);
      await payAt(externalId);
      expect(await waiting).toMatchObject({ applied: 'wait=25', data: { status: 'PAID' } });
    },
    patience,
  );

  it(
    'hears that the bank refused, though the order stays as it was',
    async () => {
      const bought = await buy();
      const externalId = await begin(bought);
      const waiting = ask(bought);
      bank().decline(externalId, 'insufficient_funds');
      await notice(externalId);
      expect(await waiting).toMatchObject({
        ...{ applied: 'wait=25', data: { status: 'LOCKED', payment: { status: 'canceled' } } },
      });
    },
    patience,
  );

  it(
    'hears what another process did, and what was done while nobody could be heard',
    async () => {
      const knex = strapi.db.connection;
      const move = (bought: Bought) =>
        knex('orders')
          .where({ document_id: bought.id })
          .update({ state: 'CANCELLED', closed_at: new Date(), close_reason: 'by another process' });
      const [heard, unheard] = [await buy(), await buy()];
      const first = ask(heard);
      await move(heard);
      expect((await first).data).toMatchObject({ status: 'CANCELLED' });
      const second = ask(unheard);
      await eventually(
        () => Promise.resolve(newsRoom(strapi).waiting),
        (waiting) => waiting > 0,
      );
      await knex.transaction(async (trx) => {
        // No trigger tells of it.
        await trx.raw(`set local session_replication_role = replica`);
        await move(unheard).transacting(trx);
      });
      await knex.raw(`select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and query = 'listen "orders"'`);
      expect((await second).data).toMatchObject({ status: 'CANCELLED' });
    },
    patience,
  );

  it('is answered at once where there is nothing to wait for', async () => {
    const bought = await buy();
    await payAt(await begin(bought));
    await ask(bought, { path: '/tickets' });
    expect(await ask(bought, { path: '/tickets' })).toMatchObject({ applied: 'wait=25', data: issued });
    expect(await ask(bought)).toMatchObject({ data: { status: 'PAID' } });
  });

  it('is answered when the time is over', async () => {
    const answer = await ask(await buy(), { path: '/tickets', prefer: 'wait=1' });
    expect(answer).toEqual({ status: 200, applied: 'wait=1', data: [] });
  });

  it('has four chairs for one order: a fifth question is answered as if nobody had asked to wait', async () => {
    const bought = await buy();
    const externalId = await begin(bought);
    const questions = Array.from({ length: 5 }, () => ask(bought, { path: '/tickets' }));
    expect(await Promise.race(questions)).toEqual({ status: 200, applied: null, data: [] });
    await payAt(externalId);
    const applied = (await Promise.all(questions)).map((heard) => heard.applied);
    expect(applied.filter((one) => one === 'wait=25')).toHaveLength(4);
  });

  it.each(['respond-async', 'wait=soon', 'wait=0', ''])(
    'has to say so in words that are understood: "%s" asks for nothing',
    async (prefer) =>
      expect(await ask(await buy(), { prefer })).toMatchObject({ status: 200, applied: null }),
  );

  it('is told that somebody else’s order does not exist, without waiting', async () => {
    const [bought, stranger] = [await buy(), await buy()];
    const missing = { id: newId(), accessToken: stranger.accessToken };
    for (const path of ['', '/tickets']) {
      const foreign = await ask(bought, { path, token: stranger.accessToken });
      expect(foreign).toEqual({ status: 404, applied: null, data: null });
      expect(await ask(missing, { path })).toEqual({ status: 404, applied: null, data: null });
    }
  });
});
