import type { Transaction } from '@gangway/kit';
import { endingWith, type Hub } from './hub.ts';

const gone = new Error('The connection is gone.');
const refused = new Error('The statement was refused.');

/** A database that notes what it is told, and whose commit fails when it is told to or when a statement has failed. */
function database({ commit = () => Promise.resolve() }: { commit?: () => Promise<void> } = {}) {
  const told: string[] = [];
  const trx = {
    raw: (sql: string) => {
      told.push(sql);
      return sql === 'refused' ? Promise.reject(refused) : Promise.resolve({ rows: [sql] });
    },
  } as unknown as Transaction;
  const transaction = async <Result>(work: (open: Transaction) => Promise<Result>) => {
    const result = await work(trx);
    told.push('commit');
    if (told.includes('refused')) throw new Error('It was rolled back instead.');
    await commit();
    return result;
  };
  return { told, hub: { transaction } as unknown as Hub };
}

const ending = (hub: Hub, last: string) =>
  endingWith(hub, async (trx) => {
    await trx.raw('work');
    return async () => (await trx.raw(last)).rows;
  });

describe('a last statement that travels with the commit', () => {
  it('is sent before it, and answers when all is committed', async () => {
    const committing: { finish?: () => void } = {};
    const { told, hub } = database({
      commit: () => new Promise((resolve) => Object.assign(committing, { finish: resolve })),
    });
    const heard: unknown[] = [];
    const ended = ending(hub, 'last').then((answer) => heard.push(answer));
    while (!committing.finish) await new Promise(setImmediate);
    expect(told.slice(-3)).toEqual(['work', 'last', 'commit']);
    expect(heard).toEqual([]);
    committing.finish();
    await ended;
    expect(heard).toEqual([['last']]);
  });

  it('says why it was refused, not that the commit failed for it', async () => {
    await expect(ending(database().hub, 'refused')).rejects.toBe(refused);
  });

  it('is not answered when the commit fails', async () => {
    const { hub } = database({ commit: () => Promise.reject(gone) });
    await expect(ending(hub, 'last')).rejects.toBe(gone);
  });

  it('is not sent after work that failed', async () => {
    const { told, hub } = database();
    await expect(endingWith(hub, () => Promise.reject(refused))).rejects.toBe(refused);
    expect(told).not.toContain('commit');
  });
});
