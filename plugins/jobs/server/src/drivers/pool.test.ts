import { Client } from 'pg';
import { openPool } from './pool.ts';

const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const lost = new Error('terminating connection');
const open = () => openPool({ connectionString: 'postgres://127.0.0.1/nothing', max: 1, log });

/** An `error` event that nobody listens for is thrown, and ends the process. */
describe('a lost connection of a pool is told', () => {
  beforeEach(() => log.debug.mockClear());
  afterEach(() => expect(log.debug.mock.calls).toEqual([[expect.stringContaining(lost.message)]]));

  it('at rest', async () => {
    const pool = open();
    pool.emit('error', lost, new Client());
    await pool.end();
  });

  it('while the pool is being closed', async () => {
    const pool = open();
    const closed = pool.end();
    pool.emit('error', lost, new Client());
    await closed;
  });

  it('in use', async () => {
    const pool = open();
    const client = new Client();
    pool.emit('connect', client);
    client.emit('error', lost);
    await pool.end();
  });
});
