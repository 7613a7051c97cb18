import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { claimKey, keepAnswer, keepReference, requestHash, sweepKeys } from '@gangway/database/idempotency';
import { commonErrors } from '@gangway/kit';
import { idempotently } from '../idempotency/idempotently.ts';
import type { KeyedRequest, Outcome } from '../idempotency/idempotently.ts';

const knex = () => strapi.db.connection;
const now = new Date('2026-06-01T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const asked = (key: string | undefined, body: unknown = { seats: 2 }, at = now): KeyedRequest => ({
  params: {},
  query: {},
  body,
  headers: key === undefined ? {} : { 'idempotency-key': key },
  locale: 'en',
  now: at,
  requestId: randomUUID(),
});

const deeds = async (what: string) => {
  const { rows } = await knex().raw('select count(*)::int as many from deeds where what = ?', [what]);
  return rows[0].many;
};

const deed =
  (what: string, then: () => Outcome = () => ({ status: 201, value: { data: { id: randomUUID() } } })) =>
  async (trx: Knex.Transaction) => {
    await trx.raw('insert into deeds (what) values (?)', [what]);
    return then();
  };

const ask = (scope: string, request: KeyedRequest, work = deed(scope)) =>
  idempotently(strapi, { request, scope }, work);

const text = ({ status, bytes }: { status: number; bytes: Buffer }) => [status, bytes.toString()];

beforeAll(() => knex().raw('create table if not exists deeds (what text)'));
afterAll(() => knex().raw('drop table deeds'));

describe('a key', () => {
  it('used 50 times in parallel does one deed and answers the same bytes', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('parallel', asked('key-1'))));
    expect(new Set(answers.map((answer) => text(answer).join())).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await deeds('parallel')).toBe(1);
  });

  it('makes transactions of other processes wait by its index, without which nothing runs', async () => {
    const racers = (table: string) =>
      Promise.all(
        Array.from({ length: 8 }, () =>
          knex().transaction(async (trx) => {
            await trx.raw(`set local search_path = ${table}, public`);
            const claim = await claimKey(trx, { scope: 'race', key: 'k', hash: 'h', now });
            if (claim.state !== 'new') return claim.state;
            await keepAnswer(trx, {
              scope: 'race',
              key: 'k',
              status: 200,
              contentType: 'x',
              bytes: Buffer.of(1),
            });
            return claim.state;
          }),
        ),
      );
    await knex().raw(
      'create schema guarded; create table guarded.idempotency_keys (like idempotency_keys including all)',
    );
    const states = await racers('guarded');
    expect(states.filter((state) => state === 'new')).toHaveLength(1);
    expect(states.filter((state) => state === 'done')).toHaveLength(7);
    await knex().raw(
      'alter table guarded.idempotency_keys drop constraint idempotency_keys_pkey; truncate guarded.idempotency_keys',
    );
    await expect(racers('guarded')).rejects.toMatchObject({ code: '42P10' });
    await knex().raw('drop schema guarded cascade');
  });

  it('repeated is answered with the first status and bytes, whatever the work would say now', async () => {
    const first = await ask('again', asked('key-2'));
    const second = await ask('again', asked('key-2', { seats: 2 }));
    expect(text(second)).toEqual(text(first));
    expect(second.contentType).toBe('application/json; charset=utf-8');
  });

  it('of another body is IDEMPOTENCY_KEY_REUSED, and of another caller a key of its own', async () => {
    await ask('reuse', asked('key-3'));
    await expect(ask('reuse', asked('key-3', { seats: 3 }))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      status: 409,
    });
    const stranger = await ask('reuse:stranger', asked('key-3', { seats: 3 }));
    expect(stranger.status).toBe(201);
  });

  it.each(['', 'a'.repeat(65), 'with space', 'ключ', 'a;drop'])(
    '«%s» is INVALID_IDEMPOTENCY_KEY',
    async (key) => {
      await expect(ask('invalid', asked(key))).rejects.toMatchObject({
        code: 'INVALID_IDEMPOTENCY_KEY',
        status: 400,
      });
      expect(await deeds('invalid')).toBe(0);
    },
  );

  it('keeps a refusal with its trace, and nothing of what was done before it', async () => {
    const refusing = deed('refused', () => {
      throw commonErrors.CONFLICT({ seats: ['A1'] });
    });
    const first = await ask('refused', asked('key-4'), refusing);
    expect(first.status).toBe(409);
    expect(JSON.parse(String(first.bytes))).toMatchObject({
      error: { code: 'CONFLICT', details: { seats: ['A1'] } },
    });
    const second = await ask('refused', asked('key-4'), deed('refused'));
    expect(text(second)).toEqual(text(first));
    expect(await deeds('refused')).toBe(0);
  });

  it('survives a statement that PostgreSQL refused inside the work', async () => {
    const breaking = async (trx: Knex.Transaction): Promise<Outcome> => {
      await trx.raw('insert into deeds (what) values (?)', ['broken']);
      await trx.raw('select 1 / 0').catch(() => {
        throw commonErrors.CONFLICT();
      });
      return { value: null };
    };
    expect((await ask('broken', asked('key-5'), breaking)).status).toBe(409);
    expect((await ask('broken', asked('key-5'), breaking)).status).toBe(409);
    expect(await deeds('broken')).toBe(0);
  });

  it.each(['UNAUTHORIZED', 'RATE_LIMITED', 'UNAVAILABLE'] as const)(
    'may try again after %s',
    async (code) => {
      const scope = `after ${code}`;
      const refusing = deed(scope, () => {
        throw commonErrors[code]();
      });
      await expect(ask(scope, asked('key-6'), refusing)).rejects.toMatchObject({ code });
      expect((await ask(scope, asked('key-6'))).status).toBe(201);
      expect(await deeds(scope)).toBe(1);
    },
  );

  it('may try again after a failure of ours', async () => {
    const failing = deed('ours', () => {
      throw new Error('out of paper');
    });
    await expect(ask('ours', asked('key-7'), failing)).rejects.toThrow('out of paper');
    expect((await ask('ours', asked('key-7'))).status).toBe(201);
  });

  it('is free again after 24 hours of business time, and swept', async () => {
    const first = await ask('day', asked('key-8'));
    expect(text(await ask('day', asked('key-8', { seats: 2 }, later(23.9))))).toEqual(text(first));
    const second = await ask('day', asked('key-8', { seats: 5 }, later(24)));
    expect(text(second)).not.toEqual(text(first));
    await knex().transaction((trx) => sweepKeys(trx, { now: later(49) }));
    const { rows } = await knex().raw('select 1 from idempotency_keys where expires_at <= ?', [later(49)]);
    expect(rows).toEqual([]);
  });

  it('is stored without who used it', async () => {
    await ask('session:secret-of-anna', asked('key-9'));
    const { rows } = await knex().raw('select * from idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain('secret-of');
  });

  it('without one the work simply runs, and a refusal is thrown', async () => {
    expect((await ask('keyless', asked(undefined))).status).toBe(201);
    expect((await ask('keyless', asked(undefined))).status).toBe(201);
    expect(await deeds('keyless')).toBe(2);
    const refusing = deed('keyless', () => {
      throw commonErrors.CONFLICT();
    });
    await expect(ask('keyless', asked(undefined), refusing)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await deeds('keyless')).toBe(2);
  });
});

describe('a request with a call to others in between', () => {
  const owner = { scope: 'payments.start', key: 'k' };

  it('is resumed by what it has begun, and answered by its first answer', async () => {
    const claim = () => knex().transaction((trx) => claimKey(trx, { ...owner, hash: 'h', now }));
    expect(await claim()).toEqual({ state: 'new' });
    expect(await claim()).toEqual({ state: 'open', reference: null });
    await knex().transaction((trx) => keepReference(trx, { ...owner, reference: 'attempt-1' }));
    expect(await claim()).toEqual({ state: 'open', reference: 'attempt-1' });
    const answer = { status: 201, contentType: 'application/json', bytes: Buffer.from('{"a":1}') };
    expect(await knex().transaction((trx) => keepAnswer(trx, { ...owner, ...answer }))).toBe(true);
    const late = { ...answer, bytes: Buffer.from('{"a":2}') };
    expect(await knex().transaction((trx) => keepAnswer(trx, { ...owner, ...late }))).toBe(false);
    expect(await claim()).toEqual({ state: 'done', ...answer });
  });
});

describe('what was asked', () => {
  it('is the same in any order of its names, and another in any other value', () => {
    expect(requestHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(requestHash({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(requestHash({ a: [1, 2] })).not.toBe(requestHash({ a: [2, 1] }));
    expect(requestHash({ a: '1' })).not.toBe(requestHash({ a: 1 }));
    expect(requestHash(undefined)).toBe(requestHash(undefined));
  });
});
