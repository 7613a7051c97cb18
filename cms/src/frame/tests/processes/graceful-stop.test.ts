import { join } from 'node:path';
import { internalToken, openHouse, startCms, startReadyCms, untilBlocked, patience } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

/** A request that is answered when `release` lets it: it waits for a row that we hold. */
async function slowRequest(cms: CmsProcess) {
  await house.sql('begin');
  await house.sql('select 1 from clock_offset for update');
  const answer = fetch(`${cms.url}/api/internal/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${internalToken}` },
    body: '{"shiftMs":1000}',
  });
  await untilBlocked(house);
  return { answer, release: () => house.sql('rollback') };
}

describe('a process that is asked to stop', () => {
  it('is not ready any more, answers what it has begun, and leaves with 0', async () => {
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl });
    const { answer, release } = await slowRequest(cms);
    cms.kill('SIGTERM');
    await cms.wrote('"msg":"stopping"');
    const ready = await fetch(`${cms.url}/readyz`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    expect(await ready.json()).toMatchObject({ error: { details: { missing: ['running'] } } });
    cms.kill('SIGTERM');
    await release();
    expect((await answer).status).toBe(200);
    expect(await cms.exited).toBe(0);
    expect(cms.output()).not.toContain('cut');
  });

  it('does not wait longer than its grace', async () => {
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: { STOP_GRACE_SECONDS: '1' } });
    const { answer, release } = await slowRequest(cms);
    const outcome = answer.then(
      () => 'answered',
      () => 'cut off',
    );
    cms.kill('SIGINT');
    expect(await cms.exited).toBe(0);
    expect(await outcome).toBe('cut off');
    expect(cms.output()).toContain('"inFlight":1,"msg":"requests were cut off"');
    await release();
  });

  it('that lost a promise says so, answers what it has begun, and leaves with 1', async () => {
    const rejects = join(__dirname, 'reject-on-signal.cjs');
    const cms = await startReadyCms({
      databaseUrl: house.databaseUrl,
      env: { NODE_OPTIONS: `--require ${rejects}` },
    });
    const { answer, release } = await slowRequest(cms);
    cms.kill('SIGUSR2');
    await cms.wrote('"msg":"unhandledRejection"');
    await release();
    expect((await answer).status).toBe(200);
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toContain('a promise nobody waited for');
  });

  it('leaves the port to the next one, and says so when it is taken', async () => {
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl });
    const port = Number(new URL(cms.url).port);
    const second = await startCms({ databaseUrl: house.databaseUrl, port });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(
      `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set CMS_PORT.\n`,
    );
    cms.kill('SIGTERM');
    expect(await cms.exited).toBe(0);
    const third = await startReadyCms({ databaseUrl: house.databaseUrl, port });
    third.kill('SIGTERM');
    expect(await third.exited).toBe(0);
  });
});
