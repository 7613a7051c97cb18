import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import knex from 'knex';
import Koa from 'koa';
import { commonErrors, defineRoute, door, doorBytes, z } from '@gangway/kit';
import type { Door } from '@gangway/kit';
import { mountDoor } from './mount-doors.ts';
import { createFront } from '../front/front.ts';
import { frontMiddleware } from '../front/front-middleware.ts';
import { createLimits } from '../limits/create-limits.ts';
import { createLog } from '../log/create-log.ts';
import { nobody } from '../people/person.ts';
import { createLife } from '../process/life.ts';
import { requestFrame } from '../request/request-frame.ts';

const base = { tag: 'test', access: 'public', errors: [], method: 'POST', summary: 'A door' } as const;
const response = z.unknown();

const start = defineRoute({
  ...base,
  id: 'start',
  path: '/api/doors/start',
  body: z.strictObject({ amount: z.int() }),
  response,
  example: { body: { amount: 1 }, response: null },
});
const webhook = defineRoute({
  ...base,
  id: 'webhook',
  path: '/api/doors/webhooks/:provider',
  params: z.strictObject({ provider: z.string() }),
  response,
  example: { params: { provider: 'a' }, response: null },
});
const staffOnly = defineRoute({
  ...base,
  id: 'staff',
  path: '/api/admin/doors',
  access: 'staff',
  section: { name: 'payments', verb: 'view' },
  response,
  example: { response: null },
});

// A limit in memory asks no database.
const neverAsked = knex({ client: 'postgres' });

interface House {
  url: string;
  ask(path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; text: string }>;
}

async function withDoors(doors: Door[], work: (house: House) => Promise<void>): Promise<void> {
  const front = createFront();
  const limits = createLimits({ connection: neverAsked, trusted: [], secret: 'of this test' });
  for (const each of doors) mountDoor({ front, limits }, each);
  const log = createLog({ level: 'silent', output: process.stdout });
  const app = new Koa().use(
    requestFrame({ life: createLife(), log, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] }),
  );
  const { table, known } = front;
  app.use(
    frontMiddleware({
      ...{ table, known },
      methods: table.methods,
      person: async () => nobody,
      origins: [],
      log,
      healthOnly: false,
    }),
  );
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask: House['ask'] = async (path, init) => {
    const answer = await fetch(url + path, { method: 'POST', ...init });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  try {
    await work({ url, ask });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const codeOf = ({ status, text }: { status: number; text: string }) => [status, JSON.parse(text).error?.code];

describe('the door of a plugin', () => {
  it('gets what the contract has read, and answers with its status', () => {
    const taken = door({
      route: start,
      status: 201,
      answer: async ({ body, locale }) => ({ data: { ...body, locale } }),
    });
    return withDoors([taken], async ({ ask }) => {
      const answer = await ask('/api/doors/start?locale=zh', json({ amount: 5 }));
      expect([answer.status, JSON.parse(answer.text)]).toEqual([201, { data: { amount: 5, locale: 'zh' } }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });
  });

  it('refuses what its contract does not know, and whom it does not let in', () => {
    const answer = jest.fn(async () => null);
    const doors = [door({ route: start, answer }), door({ route: staffOnly, answer })];
    return withDoors(doors, async ({ ask }) => {
      expect(codeOf(await ask('/api/doors/start', json({ amount: 1, colour: 'red' })))).toEqual([
        400,
        'UNKNOWN_FIELD',
      ]);
      expect(codeOf(await ask('/api/doors/start', json({ amount: '1' })))).toEqual([400, 'INVALID_INPUT']);
      expect(codeOf(await ask('/api/doors/start', { ...json({}), body: '{' }))).toEqual([
        400,
        'MALFORMED_JSON',
      ]);
      expect(codeOf(await ask('/api/admin/doors'))).toEqual([401, 'UNAUTHORIZED']);
      expect(answer).not.toHaveBeenCalled();
    });
  });

  it('turns a thrown error into its answer', () => {
    const refusing = door({
      route: start,
      answer: async () => {
        throw commonErrors.CONFLICT({ seats: ['A1'] });
      },
    });
    return withDoors([refusing], async ({ ask }) => {
      expect(codeOf(await ask('/api/doors/start', json({ amount: 1 })))).toEqual([409, 'CONFLICT']);
    });
  });

  it('answers bytes as they are', () => {
    const paper = door({
      route: start,
      answer: async () =>
        doorBytes({
          status: 202,
          contentType: 'application/pdf',
          bytes: Buffer.from([0, 255, 10]),
          headers: { 'Content-Disposition': 'inline' },
        }),
    });
    return withDoors([paper], async ({ url }) => {
      const answer = await fetch(`${url}/api/doors/start`, { method: 'POST', ...json({ amount: 1 }) });
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('content-disposition'),
      ]).toEqual([202, 'application/pdf', 'inline']);
      expect([...(await answer.bytes())]).toEqual([0, 255, 10]);
    });
  });
});

describe('a door that wants the body as it came', () => {
  const hex = (raw: Uint8Array | undefined) => raw && Buffer.from(raw).toString('hex');
  const listening = door({
    route: webhook,
    rawBody: true,
    answer: async ({ raw, params }) => ({ ...params, raw: hex(raw) }),
  });

  it.each([
    ['application/json', '{"a" : 1,  "b":\n2}'],
    ['application/json', '{"never ended'],
    ['application/x-www-form-urlencoded', 'a=1&b=%D0%B0'],
    ['text/plain; charset=latin1', Buffer.from([0xe9, 0, 0xff])],
    ['application/octet-stream', ''],
  ])('gets %s byte for byte', (type, body) =>
    withDoors([listening], async ({ ask }) => {
      const answer = await ask('/api/doors/webhooks/yookassa', { headers: { 'content-type': type }, body });
      const raw = Buffer.from(body as string).toString('hex');
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { provider: 'yookassa', raw }]);
    }),
  );

  it('takes no more than 1 MB', () =>
    withDoors([listening], async ({ ask }) => {
      const large = await ask('/api/doors/webhooks/a', { body: Buffer.alloc(1024 * 1024 + 1) });
      expect(codeOf(large)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
      expect((await ask('/api/doors/webhooks/a', { body: Buffer.alloc(1024 * 1024) })).status).toBe(200);
    }));
});

describe('a door knows', () => {
  const telling = door({
    route: webhook,
    rawBody: true,
    answer: async ({ ip, idempotencyKey, now, requestId }) => ({
      ip,
      idempotencyKey,
      year: now.getFullYear(),
      requestId,
    }),
  });
  const told = async ({ ask }: House, headers: Record<string, string>) =>
    JSON.parse((await ask('/api/doors/webhooks/a', { headers })).text);

  it('the caller’s address, of those that proxies name the last stranger', () =>
    withDoors([telling], async (house) => {
      expect((await told(house, {})).ip).toBe('127.0.0.1');
      expect((await told(house, { 'x-forwarded-for': '185.71.76.1' })).ip).toBe('185.71.76.1');
      expect((await told(house, { 'x-forwarded-for': '1.1.1.1, 185.71.76.1, 10.2.3.4' })).ip).toBe(
        '185.71.76.1',
      );
      expect((await told(house, { 'x-forwarded-for': '10.2.3.4' })).ip).toBe('10.2.3.4');
      expect((await told(house, { 'x-forwarded-for': 'unknown' })).ip).toBe('127.0.0.1');
    }));

  it('the key of the request, which must be one', () =>
    withDoors([telling], async (house) => {
      expect((await told(house, {})).idempotencyKey).toBeUndefined();
      expect((await told(house, { 'idempotency-key': 'a-1' })).idempotencyKey).toBe('a-1');
      expect((await told(house, { 'idempotency-key': 'a b' })).error.code).toBe('INVALID_IDEMPOTENCY_KEY');
    }));
});

describe('a door with a limit', () => {
  const limited = (name: string) =>
    door({
      route: webhook,
      limit: { name, key: ({ params }) => (params.provider === 'nobody' ? undefined : params.provider) },
      answer: async () => null,
    });

  it('is open so many times to each whom it counts', () =>
    withDoors([limited('locks')], async ({ ask }) => {
      const all = await Promise.all(Array.from({ length: 31 }, () => ask('/api/doors/webhooks/anna')));
      expect(all.filter(({ status }) => status === 200)).toHaveLength(30);
      const refused = all.find(({ status }) => status !== 200);
      expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '1']);
      expect((await ask('/api/doors/webhooks/boris')).status).toBe(200);
      expect((await ask('/api/doors/webhooks/nobody')).status).toBe(200);
    }));

  it('that names one which does not exist is not mounted', async () => {
    await expect(withDoors([limited('patience')], async () => {})).rejects.toThrow(
      'webhook names the limit "patience", which does not exist.',
    );
  });
});

describe('equal requests of one caller under one key', () => {
  const counted = () => {
    const state = { asked: 0 };
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const each = door({
      route: start,
      answer: async () => {
        state.asked += 1;
        await opened;
        return { number: state.asked };
      },
    });
    return { state, open, each };
  };
  const from = (who: string) =>
    json({ amount: 1 }, { 'idempotency-key': 'k', authorization: `Bearer ${who}` });

  it('are asked once while the first is under way', async () => {
    const { state, open, each } = counted();
    await withDoors([each], async ({ ask }) => {
      const answers = Array.from({ length: 20 }, () => ask('/api/doors/start', from('anna')));
      const stranger = ask('/api/doors/start', from('boris'));
      while (state.asked < 2) await new Promise(setImmediate);
      open();
      const texts = await Promise.all([...answers, stranger].map(async (answer) => (await answer).text));
      expect(state.asked).toBe(2);
      expect(new Set(texts)).toEqual(new Set(['{"number":2}']));
    });
  });
});
