import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const get = (path: string) => fetch(house.url + path);

describe('the house that npm start opens', () => {
  it.each(['/healthz', '/readyz', '/api/events', '/openapi.json', '/admin/'])(
    'answers at %s',
    async (path) => {
      expect((await get(path)).status).toBe(200);
    },
  );

  it('has the demo season in its catalogue', async () => {
    const { meta } = (await (await get('/api/events?pageSize=1')).json()) as { meta: { total: number } };
    expect(meta.total).toBeGreaterThan(1_000);
  });

  it('keeps its secrets where only this user can read them', () => {
    const file = join(house.folder, 'secrets.env');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^ADMIN_PASSWORD=demo-/m);
  });

  it('answers at the sandbox', async () => {
    expect((await fetch(house.sandboxUrl)).status).toBe(200);
  });

  it('lets the demo administrator into the back office', async () => {
    await page.goto(`${house.url}/admin`);
    await page.locator('input[name=email]').fill(house.email);
    await page.locator('input[name=password]').fill(house.password);
    await page.locator('button[type=submit]').click();
    await page.getByRole('navigation').first().waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/admin\/?$/);
  });
});
