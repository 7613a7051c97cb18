import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../embedded.ts';
import type { EmbeddedPostgres } from '../embedded.ts';
import { listen } from '../listen.ts';
import type { ListenOptions, Message } from '../listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-listen-'));
let server: EmbeddedPostgres;
let client: Client;
/** What a test leaves open when it fails would keep the process from its end. */
const left: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of left.splice(0)) await close();
});

beforeAll(async () => {
  server = await startPostgres({ dataDir: folder, port: 0, durable: false });
  client = new Client({ connectionString: server.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A listener on the channel `news` that tells what happens to it. */
async function listener(
  onReset: () => Promise<void> | void = () => undefined,
  more: Partial<ListenOptions> = {},
) {
  const events = new EventEmitter();
  const trouble: unknown[] = [];
  const { stop } = await listen({
    connectionString: server.url,
    ...more,
    channels: ['news', 'Other Channel'],
    onMessage: (message) => events.emit('message', message),
    onReset: async () => {
      await onReset();
      events.emit('reset');
    },
    onTrouble: (error) => trouble.push(error),
  });
  left.push(stop);
  const nextMessage = async () => ((await once(events, 'message')) as [Message])[0];
  return { stop, events, trouble, nextMessage };
}

const disconnectListeners = () =>
  client.query(`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`);

describe('listen', () => {
  it('hands over what is announced on its channels', async () => {
    const { stop, nextMessage } = await listener();
    const first = nextMessage();
    await client.query(`select pg_notify('Other Channel', 'id-1')`);
    expect(await first).toEqual({ channel: 'Other Channel', payload: 'id-1' });
    const second = nextMessage();
    await client.query('notify news');
    expect(await second).toEqual({ channel: 'news', payload: '' });
    await stop();
  });

  it('resets after the connection was lost, and hears again', async () => {
    const { stop, events, trouble, nextMessage } = await listener();
    const reset = once(events, 'reset');
    await disconnectListeners();
    await reset;
    expect(trouble).not.toEqual([]);
    const message = nextMessage();
    await client.query(`notify news, 'after'`);
    expect(await message).toEqual({ channel: 'news', payload: 'after' });
    await stop();
  });

  it('gives up a connection that has died without a word, resets and hears again', async () => {
    const way = await openWay();
    const more = { connectionString: way.url, heartbeat: { everyMs: 10, withinMs: 3_000 } };
    const { stop, events, trouble, nextMessage } = await listener(undefined, more);
    const reset = once(events, 'reset');
    way.swallow();
    await client.query(`notify news, 'swallowed'`);
    await reset;
    expect(trouble.map(String)).toContain('Error: The database has not answered for 3000 ms.');
    const message = nextMessage();
    await client.query(`notify news, 'after'`);
    expect(await message).toEqual({ channel: 'news', payload: 'after' });
    await stop();
  });

  it('keeps a connection that answers, however often it is asked', async () => {
    const way = await openWay();
    const more = { connectionString: way.url, heartbeat: { everyMs: 1, withinMs: 60_000 } };
    const { stop, trouble } = await listener(undefined, more);
    await way.carried(20);
    expect([trouble, way.opened()]).toEqual([[], 1]);
    await stop();
  });

  it('tries again when the reset itself fails', async () => {
    const failures = [new Error('not yet')];
    let started = false;
    const { stop, events, trouble } = await listener(() => {
      const failure = started ? failures.pop() : undefined;
      started = true;
      if (failure) throw failure;
    });
    const reset = once(events, 'reset');
    await disconnectListeners();
    await reset;
    expect(trouble.map(String)).toContain('Error: not yet');
    await stop();
  });

  it('stops also when its connection has died without a word', async () => {
    const way = await openWay();
    const heartbeat = { everyMs: 600_000, withinMs: 100 };
    const { stop } = await listener(undefined, { connectionString: way.url, heartbeat });
    way.swallow();
    await expect(stop()).resolves.toBeUndefined();
  });

  it('leaves no connection behind when it is stopped', async () => {
    const { stop } = await listener();
    await stop();
    const open = `select count(*)::int as count from pg_stat_activity where query ilike 'listen %'`;
    expect((await client.query({ text: open })).rows).toEqual([{ count: 0 }]);
  });

  it('rejects when it can never connect', async () => {
    const nowhere = { connectionString: 'postgres://nobody@127.0.0.1:1/none', channels: ['news'] };
    const quiet = { onMessage: () => undefined, onReset: () => undefined };
    await expect(listen({ ...nowhere, ...quiet })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

/** A way to the server that can stop carrying anything, and looks open at both ends; ways opened later carry again. */
async function openWay() {
  const { hostname, port, username, password, pathname } = new URL(server.url);
  const ends: [Socket, Socket][] = [];
  const seen = new EventEmitter();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    ends.push([near, far]);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const)
      from
        .on('data', (data) => to.write(data))
        .on('close', () => to.destroy())
        .on('error', () => undefined);
    far.on('data', () => seen.emit('answer'));
  });
  await once(way.listen(0, '127.0.0.1'), 'listening');
  const own = (way.address() as AddressInfo).port;
  left.push(() => {
    for (const end of ends.flat()) end.destroy();
    way.close();
  });
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    opened: () => ends.length,
    swallow: () => ends.flat().forEach((end) => end.pause()),
    carried: async (answers: number) => {
      for (let count = 0; count < answers; count += 1) await once(seen, 'answer');
    },
  };
}
