import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readEnv } from '@gangway/config/env';
import { clock } from '@gangway/kit';
import { createSandbox } from '@gangway/sandbox';
import type { Sandbox } from '@gangway/sandbox';
import { pino } from 'pino';

const day = 86_400_000;
const sandboxes: Sandbox[] = [];

async function openSandbox(internalToken: string): Promise<string> {
  const settings = {
    url: 'http://localhost:4400',
    cmsUrl: baseUrl,
    services: [],
    log: pino({ level: 'silent' }),
  };
  const sandbox = await createSandbox({ ...settings, internalToken });
  sandboxes.push(sandbox);
  const server = sandbox.server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const press = (url: string, form: Record<string, string>) =>
  fetch(`${url}/clock?locale=en`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: url },
  });

afterEach(async () => {
  await press(await openSandbox(readEnv().internalToken), { reset: 'yes' });
  for (const { server, close } of sandboxes.splice(0)) {
    await close();
    server.closeAllConnections();
    server.close();
  }
});

describe('the clock on the page of the sandbox', () => {
  it('moves the business time of cms by a step, to a time and back', async () => {
    const url = await openSandbox(readEnv().internalToken);
    const moved = await press(url, { step: '1d' });
    expect([moved.status, clock.offsetMs]).toEqual([200, day]);
    expect(await moved.text()).toContain('Ahead of real time by 1 day');
    await press(url, { to: '2031-05-01T12:00' });
    expect(clock.now().toISOString()).toMatch(/^2031-05-01T09:00:/);
    await press(url, { reset: 'yes' });
    expect(clock.offsetMs).toBe(0);
  });

  it('is refused by cms without the right token, and says so', async () => {
    const response = await press(await openSandbox('another-token-of-thirty-characters'), { step: '1d' });
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('both need the same INTERNAL_TOKEN');
    expect(clock.offsetMs).toBe(0);
  });
});
