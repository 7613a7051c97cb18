import { Client } from 'pg';
import { clock } from '@gangway/kit';
import { readEnv } from '@gangway/config/env';
import { ask, codeOf, json } from './caller.ts';

const day = 86_400_000;
const move = (body: unknown) => ask('/api/internal/clock', json('PUT', body, readEnv().internalToken));
const offsetOf = (body: unknown) => (body as { data: { offsetMs: number } }).data.offsetMs;

/** Resolves when this process's clock has taken the offset that another process stored. */
const moved = () =>
  new Promise<number>((resolve) => {
    const stop = clock.onMove(({ offsetMs }) => {
      stop();
      resolve(offsetMs);
    });
  });

async function asAnotherProcess(sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('the business time', () => {
  afterEach(() => move({ reset: true }));

  it('moves by a shift, to a moment, and back', async () => {
    expect(offsetOf((await move({ shiftMs: day })).body)).toBe(day);
    expect(offsetOf((await move({ shiftMs: -2 * day })).body)).toBe(-day);
    const { body } = await move({ now: '2027-05-01T10:00:00+03:00' });
    expect((body.data as { now: string }).now).toMatch(/^2027-05-01T07:00:0/);
    expect(clock.now().toISOString()).toMatch(/^2027-05-01T07:00:0/);
    expect(offsetOf((await move({ reset: true })).body)).toBe(0);
  });

  it('follows a move that another process made', async () => {
    const seen = moved();
    await asAnotherProcess(`update clock_offset set offset_ms = ${3 * day}`);
    expect(await seen).toBe(3 * day);
    const token = readEnv().internalToken;
    const { body } = await ask('/api/internal/clock', { headers: { authorization: `Bearer ${token}` } });
    expect(offsetOf(body)).toBe(3 * day);
  });

  it.each([
    {},
    { shiftMs: 1.5 },
    { shiftMs: 1e15 },
    { now: 'tomorrow' },
    { reset: false },
    { shiftMs: 1, reset: true },
  ])('refuses %j', async (body) => {
    const { status, body: answer } = await move(body);
    expect([status, answer.error?.code]).toEqual([400, 'INVALID_INPUT']);
    expect(clock.offsetMs).toBe(0);
  });

  it('names an unknown field', async () => {
    expect((await move({ reset: true, rewind: 1 })).body.error).toMatchObject({
      code: 'UNKNOWN_FIELD',
      details: { fields: ['rewind'] },
    });
  });

  it.each([undefined, 'wrong', `${'demo'}-for-tests`])('is nobody’s with the token %p', async (token) => {
    const init = json('PUT', { shiftMs: day }, token);
    expect(await codeOf('/api/internal/clock', init)).toEqual([401, 'UNAUTHORIZED']);
    expect(clock.offsetMs).toBe(0);
  });
});
