import { jobsOf } from '@gangway/jobs/contract';
import { clock, z } from '@gangway/kit';

const late = { name: 'test.late', payload: z.strictObject({}), run: () => Promise.resolve() };

afterEach(() => clock.reset());

describe('jobs in a booted Strapi', () => {
  it('are sealed: what comes after register() is refused with a sentence', () => {
    expect(() => jobsOf(strapi).define(late)).toThrow(
      'Job "test.late" comes too late: move it to register()',
    );
    expect(() => jobsOf(strapi).subscribe('order.created', 'test.late')).toThrow('comes too late');
  });

  it('refuse an unknown name and a connection without a transaction', async () => {
    const unknown = strapi.db.transaction(({ trx }) => jobsOf(strapi).enqueue(trx, 'test.nobody', {}));
    await expect(unknown).rejects.toThrow('No job is called "test.nobody"');
    const { connection } = strapi.db;
    await expect(jobsOf(strapi).announce(connection, 'test.unheard', {})).rejects.toThrow('open transaction');
  });

  it('sweep and list dead letters without any job being there', async () => {
    clock.shiftBy(1000);
    await jobsOf(strapi).sweepNow();
    expect(await jobsOf(strapi).deadLetters.list({ page: 1000 })).toEqual({
      letters: [],
      total: expect.any(Number),
    });
  });
});
