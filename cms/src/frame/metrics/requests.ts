import type { MetricValue } from 'prom-client';
import { metrics } from './registry.ts';

/** Upper edges in seconds: from an answer out of memory to a request that somebody has given up on. */
const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What a caller may send; anything else is one label, or strangers would name our time series. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

interface Series {
  /** One count per edge and one for what took longer. */
  counts: Float64Array;
  seconds: number;
  statuses: Map<number, number>;
}

const routes = new Map<string, Map<string, Series>>();

/**
 * Counts an answered request. Plain counters, because a hashed label set per request would cost more than the answer
 * of a hot read; they become metrics when somebody asks for them.
 * @param route the contract's template, `/api/events/:id`, never a path; undefined where no route answered
 * @param status what was answered; 499 when the caller hung up before
 */
export function countRequest(
  route: string | undefined,
  method: string | undefined,
  status: number,
  seconds: number,
): void {
  const series = seriesOf(route ?? 'unknown', method !== undefined && methods.has(method) ? method : 'other');
  const at = bucketOf(seconds);
  series.counts[at] = (series.counts[at] ?? 0) + 1;
  series.seconds += seconds;
  series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
}

function seriesOf(route: string, method: string): Series {
  const known = routes.get(route)?.get(method);
  if (known) return known;
  const series = { counts: new Float64Array(edges.length + 1), seconds: 0, statuses: new Map() };
  const ofRoute = routes.get(route) ?? new Map<string, Series>();
  routes.set(route, ofRoute.set(method, series));
  return series;
}

function bucketOf(seconds: number): number {
  const at = edges.findIndex((edge) => seconds <= edge);
  return at < 0 ? edges.length : at;
}

type Row = { route: string; method: string; series: Series };

const rows = (): Row[] =>
  [...routes].flatMap(([route, series]) =>
    [...series].map(([method, one]) => ({ route, method, series: one })),
  );

type Values = MetricValue<string>[];

register({
  name: 'gangway_http_requests_total',
  help: 'Requests answered, by route template, method and status; 499: the caller hung up',
  type: 'counter',
  values: () =>
    rows().flatMap(({ route, method, series }) =>
      [...series.statuses].map(([status, value]) => ({ value, labels: { route, method, status } })),
    ),
});

const duration = 'gangway_http_request_duration_seconds';

register({
  name: duration,
  help: 'Seconds from the first byte of a request to the last of its answer',
  type: 'histogram',
  values: () => rows().flatMap(histogramOf),
});

function histogramOf({ route, method, series }: Row): Values {
  const labels = { route, method };
  const named = (suffix: string, value: number, le?: number | string) => ({
    metricName: `${duration}_${suffix}`,
    value,
    labels: le === undefined ? labels : { ...labels, le },
  });
  const sums = [...series.counts].reduce<number[]>((all, count) => [...all, (all.at(-1) ?? 0) + count], []);
  const total = sums.at(-1) ?? 0;
  return [
    ...edges.map((le, at) => named('bucket', sums[at] ?? 0, le)),
    named('bucket', total, '+Inf'),
    named('sum', series.seconds),
    named('count', total),
  ];
}

interface Described {
  name: string;
  help: string;
  type: 'counter' | 'histogram';
  values: () => Values;
}

/** A registry asks its metrics for `name` and `get()` alone. */
function register({ values, ...about }: Described): void {
  const metric = {
    ...about,
    get: () => Promise.resolve({ ...about, values: values(), aggregator: 'sum' }),
    reset: () => routes.clear(),
  };
  metrics.registerMetric(metric as unknown as Parameters<typeof metrics.registerMetric>[0]);
}
