import type { Core } from '@strapi/strapi';
import { life } from '../../../frame/process/life.ts';
import { lookOrWait } from './look-or-wait.ts';

const aStrapi = () => ({}) as Core.Strapi;

/** A question about an order that stays as it is. */
const ask = (strapi: Core.Strapi, looks: { count: number }, prefer = 'wait=25') =>
  lookOrWait(strapi, {
    ...{ orderId: 'o1', prefer, isDue: () => true },
    look: () => Promise.resolve((looks.count += 1)),
  });

describe('a question that waits for news of an order', () => {
  it('is answered when the process stops, so that the stop waits for nobody', async () => {
    const [strapi, looks] = [aStrapi(), { count: 0 }];
    const waiting = ask(strapi, looks);
    await new Promise((sat) => setImmediate(sat));
    expect(looks.count).toBe(1);
    life(strapi).retire();
    const { seen, waited } = await waiting;
    expect([seen, waited.headers]).toEqual([2, {}]);
    expect(waited.waitedMs).toBeGreaterThan(0);
  });

  it('is answered at once in a process that is stopping', async () => {
    const [strapi, looks] = [aStrapi(), { count: 0 }];
    life(strapi).retire();
    expect((await ask(strapi, looks)).waited.headers).toEqual({});
    expect(looks.count).toBe(1);
  });

  it('does not wait without having been asked to', async () => {
    const looks = { count: 0 };
    expect((await ask(aStrapi(), looks, 'handling=lenient')).waited.headers).toEqual({});
    expect(looks.count).toBe(1);
  });

  it('fails as the look does', async () => {
    const look = () => Promise.reject(new Error('not yours'));
    const asked = lookOrWait(aStrapi(), { orderId: 'o1', prefer: 'wait=9', isDue: () => true, look });
    await expect(asked).rejects.toThrow('not yours');
  });
});
