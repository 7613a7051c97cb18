import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { Client } from 'pg';
import { isLostTake, openPlainPool } from './lost-take.ts';

const told = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);

describe('a look for jobs that failed', () => {
  it.each([
    ['the connection ended', told('Connection terminated unexpectedly')],
    ['its socket broke', told('read ECONNRESET', { code: 'ECONNRESET' })],
    ['the server was stopped', told('terminating connection', { severity: 'FATAL', code: '57P01' })],
    ['another process of it crashed', told('terminating connection', { severity: 'WARNING', code: '57P02' })],
  ])('may have taken one when %s', (_, error) => {
    expect(isLostTake(error)).toBe(true);
  });

  it.each([
    ['the database refused', told('canceling statement', { severity: 'ERROR', code: '57014' })],
    ['there was a deadlock', told('deadlock detected', { severity: 'ERROR', code: '40P01' })],
    ['there was no connection', told('no connection: refused', { name: 'NotConnected' })],
  ])('has taken none when %s', (_, error) => {
    expect(isLostTake(error)).toBe(false);
  });
});

describe('a connection of graphile-worker', () => {
  const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const open = (port = 1) =>
    openPlainPool({ connectionString: `postgres://127.0.0.1:${port}/nothing`, max: 1, log });
  const starting: { server?: Server } = {};

  beforeAll(async () => {
    const fields = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0');
    const answer = Buffer.concat([Buffer.from('E'), Buffer.from([0, 0, 0, 4 + fields.length]), fields]);
    starting.server = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end(answer)),
    );
    await once(starting.server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => starting.server?.close());

  const pool = () => open((starting.server?.address() as AddressInfo).port);
  const inWords = 'no connection: the database system is starting up';

  it('that is refused says so without a code, and keeps the cause', async () => {
    const error: unknown = await pool()
      .connect()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: inWords, cause: { code: '57P03' } });
    expect(error).not.toHaveProperty('code');
    expect(isLostTake(error as Error)).toBe(false);
  });

  it('says the same to whoever is called back', async () => {
    const error = await new Promise((resolve) => pool().connect(resolve));
    expect(error).toMatchObject({ message: inWords, cause: { code: '57P03' } });
    expect(error).not.toHaveProperty('code');
  });

  it('that breaks in use says so without a code', async () => {
    const own = open();
    const client = new Client();
    own.emit('connect', client);
    const error = Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT' });
    client.emit('error', error);
    expect(error).not.toHaveProperty('code');
    expect(isLostTake(error)).toBe(true);
    await own.end();
  });
});
