import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import createKnex from 'knex';
import { movableName, startValkey } from '@gangway/database/valkey';
import type { TestValkey } from '@gangway/database/valkey';
import { eventually } from '@gangway/jobs/testing';
import { createLimits } from '../limits/create-limits.ts';
import { connectLimitRedis, tellWhetherUp } from '../limits/limit-redis.ts';
import { limitRules } from '../limits/limit-rules.ts';
import type { LimitName } from '../limits/limit-rules.ts';
import { limits } from '../limits/limits.ts';
import { metrics } from '../metrics/registry.ts';
import { ask, json } from './caller.ts';

const secret = 'a secret of the test, long enough';
const connection = () => strapi.db.connection;
const instance = (changes: Partial<Parameters<typeof createLimits>[0]> = {}) =>
  createLimits({ connection: connection(), trusted: [], secret, ...changes });

async function takeUntilRefused(
  take: (turn: number) => Promise<void>,
): Promise<{ passed: number; error: unknown }> {
  for (let passed = 0; passed < 1000; passed += 1) {
    const error: unknown = await take(passed).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error) return { passed, error };
  }
  throw new Error('nothing was refused');
}

describe('a limit', () => {
  it.each(Object.entries(limitRules))(
    'of %s lets %j through and no more',
    async (name, { points, seconds }) => {
      const { take } = instance();
      const key = randomUUID();
      const { passed, error } = await takeUntilRefused(() => take({ name: name as LimitName, key }));
      expect(passed).toBe(points);
      expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
      const { retryAfterSeconds } = (error as { details: { retryAfterSeconds: number } }).details;
      expect(retryAfterSeconds).toBeGreaterThan(0);
      expect(retryAfterSeconds).toBeLessThanOrEqual(seconds);
    },
  );

  it('counts each name and each key by itself', async () => {
    const { take } = instance();
    const key = randomUUID();
    await takeUntilRefused(() => take({ name: 'payments', key }));
    await take({ name: 'payments', key: randomUUID() });
    await take({ name: 'lookups', key });
  });

  it('is shared by all instances on one database', async () => {
    const other = createKnex({ client: 'postgres', connection: databaseUrl, pool: { min: 0, max: 2 } });
    const instances = [instance(), instance({ connection: other })];
    const key = randomUUID();
    const { passed } = await takeUntilRefused(async (turn) =>
      instances[turn % 2]?.take({ name: 'payments', key }),
    );
    expect(passed).toBe(limitRules.payments.points);
    await Promise.all(
      instances.map(({ take }) =>
        expect(take({ name: 'payments', key })).rejects.toMatchObject({ code: 'RATE_LIMITED' }),
      ),
    );
    await other.destroy();
  });

  it('in memory is each process’s own', async () => {
    const [left, right] = [instance(), instance()];
    const key = randomUUID();
    await takeUntilRefused(() => left.take({ name: 'locks', key }));
    await right.take({ name: 'locks', key });
  });

  it('lets exactly as many through when all ask at once', async () => {
    const { take } = instance();
    const key = randomUUID();
    const asked = Array.from({ length: 40 }, () => take({ name: 'payments', key }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('holds for nobody from a trusted network', async () => {
    const { take } = instance({ trusted: ['10.0.0.0/8', '::1'] });
    const key = randomUUID();
    for (let turn = 0; turn < 10; turn += 1) {
      await take({ name: 'payments', key, ip: '10.1.2.3' });
      await take({ name: 'payments', key, ip: '::1' });
    }
    const { passed } = await takeUntilRefused(() => take({ name: 'payments', key, ip: '11.1.2.3' }));
    expect(passed).toBe(limitRules.payments.points);
  });

  it('stores neither addresses nor e-mails', async () => {
    await instance().take({ name: 'log-in', key: 'anna@example.org' });
    await instance().take({ name: 'log-in.address', key: '203.0.113.77' });
    const { rows } = await connection().raw('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/anna@|203\.0/);
  });

  it('says nothing of a database that fails', async () => {
    const gone = createKnex({ client: 'postgres', connection: `${databaseUrl}_that_is_not_there` });
    const failing = instance({ connection: gone }).take({ name: 'payments', key: 'k' });
    await expect(failing).rejects.not.toMatchObject({ code: 'RATE_LIMITED' });
    await gone.destroy();
  });
});

describe('a limit that is counted in Redis', () => {
  const redis: { server?: TestValkey } = {};
  const clients: Redis[] = [];
  const said: string[] = [];
  const note = (_: object, message: string) => void said.push(message);

  beforeAll(async () => {
    redis.server = await startValkey();
  });
  afterAll(async () => {
    metrics.removeSingleMetric('gangway_redis_up');
    for (const client of clients) client.disconnect();
    await redis.server?.close();
  });

  const event = (client: Redis, name: 'ready' | 'close') =>
    new Promise<void>((resolve) => void client.once(name, () => resolve()));

  /** As the limits of another process. */
  async function process(url = redis.server?.url ?? '') {
    const own = connectLimitRedis(url, { warn: note, info: note });
    clients.push(own.client);
    await event(own.client, 'ready');
    return { ...instance({ redis: own }), ...own };
  }

  const ruleRows = async (rule: string) =>
    Number((await connection()('rate_limits').where('key', 'like', `${rule}:%`).count())[0]?.['count']);

  it('is shared by all processes, each name and key by itself, without a row in PostgreSQL', async () => {
    const processes = [await process(), await process()];
    const key = randomUUID();
    const before = await ruleRows('lookups');
    const { passed, error } = await takeUntilRefused(async (turn) =>
      processes[turn % 2]?.take({ name: 'lookups', key }),
    );
    expect(passed).toBe(limitRules.lookups.points);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } });
    await processes[0]?.take({ name: 'lookups', key: randomUUID() });
    await processes[0]?.take({ name: 'payments', key });
    expect(await ruleRows('lookups')).toBe(before);
  });

  it('gives back what turned out not to count', async () => {
    const { take, giveBack } = await process();
    const taking = { name: 'log-in', key: randomUUID() } as const;
    for (let turn = 0; turn < limitRules['log-in'].points * 2; turn += 1) {
      await take(taking);
      await giveBack(taking);
    }
  });

  it('keeps neither addresses nor e-mails there', async () => {
    const { take } = await process();
    await take({ name: 'log-in', key: 'anna@example.org 203.0.113.77' });
    const keys = await redis.server?.send('KEYS', '*');
    expect(keys).toEqual(expect.arrayContaining([expect.stringMatching(/^gangway:limit:log-in:/)]));
    expect(JSON.stringify(keys)).not.toMatch(/anna@|203\.0/);
  });

  it('holds in PostgreSQL while Redis is away, and in Redis again when it is back, empty', async () => {
    const processes = [await process(), await process()];
    const key = randomUUID();
    const take = async (turn: number) => processes[turn % 2]?.take({ name: 'payments', key });
    await takeUntilRefused(take);
    const closed = processes.map(({ client }) => event(client, 'close'));
    await redis.server?.kill();
    await Promise.all(closed);
    const away = await takeUntilRefused(take);
    expect(away.passed).toBe(limitRules.payments.points);
    expect(away.error).toMatchObject({ code: 'RATE_LIMITED' });
    const ready = processes.map(({ client }) => event(client, 'ready'));
    redis.server = await startValkey({ port: redis.server?.port ?? 0 });
    await Promise.all(ready);
    expect((await takeUntilRefused(take)).passed).toBe(limitRules.payments.points);
    expect(said.filter((line) => line.includes('does not answer'))).toHaveLength(clients.length);
  });

  it('holds in PostgreSQL while Redis refuses to write, which is told once, until it has written', async () => {
    const own = await process();
    const key = randomUUID();
    const take = () => own.take({ name: 'payments', key });
    const before = said.length;
    tellWhetherUp(own);
    expect(await metrics.metrics()).toContain('\ngangway_redis_up 1\n');
    await redis.server?.send('CONFIG', 'SET', 'min-replicas-to-write', '1');
    expect((await takeUntilRefused(take)).passed).toBe(limitRules.payments.points);
    expect(said.slice(before)).toEqual([expect.stringContaining('Redis refuses to write')]);
    expect(await metrics.metrics()).toContain('\ngangway_redis_up 0\n');
    await redis.server?.send('CONFIG', 'SET', 'min-replicas-to-write', '0');
    await eventually(() => Promise.resolve(!own.isRefusing()), 'Redis writes again');
    expect((await takeUntilRefused(take)).passed).toBe(limitRules.payments.points);
    expect(said.slice(before + 1)).toEqual([expect.stringContaining('Redis answers again, and writes')]);
  });

  it('moves to the new master when the old one has become its replica', async () => {
    const [old, next] = [await startValkey(), await startValkey()];
    const name = await movableName(old.port);
    const own = await process(name.url);
    const key = randomUUID();
    const take = () => own.take({ name: 'payments', key });
    await take();
    name.leadTo(next.port);
    await old.send('REPLICAOF', '127.0.0.1', String(next.port));
    await eventually(async () => {
      await own.isUp();
      return Number(await next.send('DBSIZE')) > 0 && !own.isRefusing();
    }, 'the new master is written to');
    expect((await takeUntilRefused(take)).passed).toBe(limitRules.payments.points);
    expect(await next.send('KEYS', 'gangway:limit:payments:*')).toHaveLength(1);
    name.close();
    await Promise.all([old.close(), next.close()]);
  });
});

describe('logging in too often', () => {
  const from = (address: string, body: object) => {
    const { headers, ...init } = json('POST', body);
    return { ...init, headers: { ...headers, 'x-forwarded-for': address } };
  };
  const logIn = (address: string, identifier: string) =>
    ask('/api/auth/local?locale=en', from(address, { identifier, password: 'wrong' }));

  it('to one account is RATE_LIMITED for that caller alone, and says when to come back', async () => {
    const account = `${randomUUID()}@example.org`;
    const statuses: number[] = [];
    for (let turn = 0; turn < limitRules['log-in'].points; turn += 1) {
      const spelt = turn % 2 ? account : account.toUpperCase();
      statuses.push((await logIn('198.51.100.98', spelt)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([400]));
    const refused = await logIn('198.51.100.98', account);
    expect([refused.status, refused.body.error?.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await logIn('198.51.100.98', `${randomUUID()}@example.org`)).status).toBe(400);
    expect((await logIn('198.51.100.99', account)).status).toBe(400);
  });

  it('to one account from many addresses is RATE_LIMITED in the end', async () => {
    const account = `${randomUUID()}@example.org`;
    for (let turn = 1; turn < limitRules['log-in.account'].points; turn += 1)
      await limits(strapi).take({ name: 'log-in.account', key: account });
    expect((await logIn('198.51.100.96', account)).status).toBe(400);
    expect((await logIn('198.51.100.97', account)).status).toBe(429);
  });

  it('is counted apart from registering and from asking for letters', async () => {
    const account = `${randomUUID()}@example.org`;
    const forget = (address: string) => ask('/api/auth/forgot-password', from(address, { email: account }));
    for (let turn = 0; turn < limitRules['account-links'].points; turn += 1) await forget('198.51.100.95');
    expect((await forget('198.51.100.94')).status).toBe(429);
    expect((await logIn('198.51.100.95', account)).status).toBe(400);
    const registering = await ask('/api/auth/local/register', from('198.51.100.95', { email: account }));
    expect(registering.status).not.toBe(429);
  });

  it('to one account is RATE_LIMITED for the whole network of a caller in IPv6', async () => {
    const account = `${randomUUID()}@example.org`;
    for (let turn = 0; turn < limitRules['log-in'].points; turn += 1)
      expect((await logIn(`2001:db8:64:1::${turn + 1}`, account)).status).toBe(400);
    expect((await logIn('2001:db8:64:1:ffff::1', account)).status).toBe(429);
    expect((await logIn('2001:db8:64:2::1', account)).status).toBe(400);
  });

  it('from one address is RATE_LIMITED whatever the account and the door', async () => {
    const address = '198.51.100.200';
    const paths = ['/api/auth/local', '/api/auth/forgot-password/', '/API/auth/local'];
    const { passed } = await takeUntilRefused(async (turn) => {
      const account = `${randomUUID()}@example.org`;
      const body = { identifier: account, email: account, password: 'wrong' };
      const { status } = await ask(paths[turn % 3] ?? '', from(address, body));
      if (status === 429) throw new Error('refused');
    });
    expect(passed).toBe(limitRules['log-in.address'].points);
  });
});
