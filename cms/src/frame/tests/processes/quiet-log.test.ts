import { openHouse, startReadyCms, patience } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

let house: House;
let cms: CmsProcess;
beforeAll(async () => {
  house = await openHouse();
  cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: { LOG_LEVEL: 'trace' } });
});
afterAll(() => house.close());

const person = {
  email: 'anna.petrova@example.org',
  name: 'anna-of-the-harbour',
  password: 'Tell-nobody-7',
  token: 'tok3n-of-the-letter',
};
const query = `?email=${person.email}&token=${person.token}&accessToken=${person.token}`;
const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' };
const body = JSON.stringify({ ...person, identifier: person.name, username: person.name });

describe('the log', () => {
  it('tells each request and nothing about the person behind it', async () => {
    const requests: [string, RequestInit][] = [
      ['/healthz', {}],
      ['/api/nothing', {}],
      [`/api/orders/${person.email}`, {}],
      [`/api/nowhere/${person.email}`, {}],
      ['/openapi.json', {}],
      ['/api/internal/clock', { method: 'PUT', body }],
      ['/api/auth/local', { method: 'POST', body }],
      ['/api/auth/local/register', { method: 'POST', body }],
      ['/api/auth/local', { method: 'POST', body: `{"email": "${person.email}` }],
      ['/admin/login', { method: 'POST', body }],
      ['/admin/users/me', {}],
      ['/admin', {}],
      ['/uploads/nothing.webp', {}],
    ];
    for (const [path, init] of requests)
      await (await fetch(cms.url + path + query, { ...init, headers })).text();
    cms.kill('SIGTERM');
    expect(await cms.exited).toBe(0);

    const lines = cms
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = lines
      .filter(({ msg }) => msg === 'request')
      .map(({ method, route }) => `${method} ${route}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'GET /healthz',
        'POST /api/auth/local',
        'PUT /api/internal/clock',
        'POST /admin/login',
      ]),
    );
    expect(told).toContain('GET /api/orders/:id');
    expect(told).toContain('GET /api/nowhere/[email]');
    expect(told).toHaveLength(requests.length);
    for (const secret of Object.values(person)) expect(cms.output()).not.toContain(secret);
    expect(cms.output()).not.toMatch(/127\.0\.0\.1.*"msg":"request"/);
  });

  it('of a failed query carries no value of it', async () => {
    const broken = await startReadyCms({ databaseUrl: house.databaseUrl });
    await house.sql('alter table up_users rename to up_users_gone');
    try {
      const response = await fetch(`${broken.url}/api/auth/local`, {
        method: 'POST',
        body: JSON.stringify({ identifier: person.email, password: person.password }),
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(500);
      expect(await response.text()).not.toMatch(/up_users|select/i);
    } finally {
      await house.sql('alter table up_users_gone rename to up_users');
      broken.kill('SIGTERM');
    }
    expect(await broken.exited).toBe(0);
    expect(broken.output()).toContain('request failed');
    for (const secret of Object.values(person)) expect(broken.output()).not.toContain(secret);
  });
});
