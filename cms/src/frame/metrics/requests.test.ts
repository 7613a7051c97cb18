import { metrics } from './registry.ts';
import { countRequest } from './requests.ts';

const route = '/api/events/:id';

/** The lines of one metric, without the comments. */
async function lines(start: string): Promise<string[]> {
  return (await metrics.metrics()).split('\n').filter((line) => line.startsWith(start));
}

describe('requests that were counted', () => {
  beforeEach(() => metrics.resetMetrics());

  it('stand by route, method and status', async () => {
    countRequest(route, 'GET', 200, 0.001);
    countRequest(route, 'GET', 200, 0.001);
    countRequest(route, 'GET', 404, 0.001);
    countRequest(route, 'POST', 200, 0.001);
    expect(await lines('gangway_http_requests_total')).toEqual([
      `gangway_http_requests_total{route="${route}",method="GET",status="200"} 2`,
      `gangway_http_requests_total{route="${route}",method="GET",status="404"} 1`,
      `gangway_http_requests_total{route="${route}",method="POST",status="200"} 1`,
    ]);
  });

  it('stand in buckets from 5 ms to 10 s, each with all that were faster', async () => {
    for (const seconds of [0.005, 0.006, 9, 11]) countRequest(route, 'GET', 200, seconds);
    const start = 'gangway_http_request_duration_seconds';
    const told = (await lines(start)).map((line) => line.replace(`${start}_`, ''));
    const buckets = told.filter((line) => line.startsWith('bucket'));
    expect(buckets.map((line) => /le="([^"]+)"} (\d+)/.exec(line)?.slice(1).join(' '))).toEqual([
      '0.005 1',
      '0.01 2',
      '0.025 2',
      '0.05 2',
      '0.1 2',
      '0.25 2',
      '0.5 2',
      '1 2',
      '2.5 2',
      '5 2',
      '10 3',
      '+Inf 4',
    ]);
    expect(told.slice(-2)).toEqual([
      `sum{route="${route}",method="GET"} 20.011`,
      `count{route="${route}",method="GET"} 4`,
    ]);
  });

  it('of no route and of invented methods share one label', async () => {
    for (let index = 0; index < 50; index++) countRequest(undefined, `BREW${index}`, 404, 0.001);
    expect(await lines('gangway_http_requests_total')).toEqual([
      'gangway_http_requests_total{route="unknown",method="other",status="404"} 50',
    ]);
  });
});
