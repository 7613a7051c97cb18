import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { log } from '../log/log.ts';
import { figureSource } from './ask-figures.ts';
import { figureGroups } from './house-figures.ts';
import { houseMetrics } from './house-metrics.ts';
import { openMetrics } from './metrics-door.ts';
import { metrics } from './registry.ts';

/**
 * `GET /metrics` on a port of its own, which no proxy leads to. Nobody buys less because nobody can count: a port
 * that is taken is told in the log, and the process runs on. Answers how to close it.
 */
export async function serveMetrics(strapi: Core.Strapi): Promise<() => Promise<void>> {
  const { host, port, token } = readEnv().metrics;
  if (port === undefined) return () => Promise.resolve();
  const { databaseUrl, redisUrl } = readEnv();
  const groups = figureGroups(redisUrl === undefined ? 'postgres' : 'bull');
  const source = figureSource({ connectionString: databaseUrl, groups });
  const own = houseMetrics({ strapi, known: groups.flat(), figures: source.ask });
  const text = async () => (await metrics.metrics()) + (await own.metrics());
  const server = await openMetrics({ text, host, port, token, failed }).catch(tellWhyNot);
  if (server) log.info({ host, port: (server.address() as AddressInfo).port }, 'metrics');
  return async () => {
    server?.close().closeAllConnections();
    await source.close();
  };
}

function tellWhyNot(error: NodeJS.ErrnoException): undefined {
  const { port } = readEnv().metrics;
  const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
  log.warn(`Metrics are not told: port ${port} ${reason}. Set METRICS_PORT to another one, to 0 or to off.`);
}

const failed = (error: unknown): void => log.error({ err: error }, 'metrics could not be told');
