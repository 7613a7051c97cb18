import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../embedded.ts';
import type { EmbeddedPostgres } from '../embedded.ts';
import { listen } from '../listen.ts';
import type { Message } from '../listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-listen-'));
let server: EmbeddedPostgres;
let client: Client;

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
async function listener(onReset: () => Promise<void> | void = () => undefined) {
  const events = new EventEmitter();
  const trouble: unknown[] = [];
  const { stop } = await listen({
    connectionString: server.url,
    channels: ['news', 'Other Channel'],
    onMessage: (message) => events.emit('message', message),
    onReset: async () => {
      await onReset();
      events.emit('reset');
    },
    onTrouble: (error) => trouble.push(error),
  });
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
