import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House } from '../../server/house.ts';
import type { Site } from '../site.ts';

/** A cms with three pages of departures, and what it was asked for. */
const cms: { server?: Server; url: string; asked: string[]; isAway: boolean } = {
  ...{ url: '', asked: [], isAway: false },
};

beforeEach(async () => {
  jest.resetModules();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', cms.url);
    const page = searchParams.get('page') ?? '';
    cms.asked.push(page);
    response.writeHead(cms.isAway && page === '2' ? 503 : 200, { 'content-type': 'application/json' });
    const data = [{ id: `k3f0q8v1m2n4b6c7d9e1g5h${page}`, activity: { slug: 'canals' } }];
    response.end(JSON.stringify({ data, meta: { total: 250 } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(cms, { server, url, asked: [], isAway: false });
});

afterEach(async () => {
  const closed = once(cms.server!.close(), 'close');
  cms.server!.closeAllConnections();
  await closed;
});

async function shop() {
  const { visitorApi } = await import('../api/visitor-api.ts');
  const { publicPaths } = await import('./public-paths.ts');
  const house = { cmsUrl: cms.url } as House;
  const api = visitorApi({ house, visitor: { orders: {} }, locale: 'ru', address: '203.0.113.7' });
  const pages = [{ slug: 'offer' }] as Site['pages'];
  return { api, paths: () => publicPaths(api, { pages } as Site) };
}

const everyPage = ['1', '2', '3'];

describe('the pages that search engines may know', () => {
  it('are read once for all who ask, also at the same time', async () => {
    const { paths } = await shop();
    const [first, second] = await Promise.all([paths(), paths()]);
    expect(await paths()).toEqual(first);
    expect(second).toEqual(first);
    expect(first.slice(0, 4)).toEqual(['', '/events', '/calendar', '/pages/offer']);
    expect(first.slice(4)).toHaveLength(everyPage.length);
    expect(cms.asked).toEqual(everyPage);
  });

  it('are read anew after a reading that failed', async () => {
    const { paths } = await shop();
    cms.isAway = true;
    await expect(Promise.all([paths(), paths()])).rejects.toThrow('The catalogue does not answer.');
    expect(cms.asked).toEqual(['1', '2']);
    cms.isAway = false;
    expect(await paths()).toHaveLength(4 + everyPage.length);
  });

  it('take no room among the answers that are kept for people', async () => {
    const { api, paths } = await shop();
    await paths();
    const query = { page: '1', pageSize: '100' };
    await api.GET('/api/events', { params: { query } as never });
    expect(cms.asked).toEqual([...everyPage, '1']);
  });
});
