import { resolve } from 'node:path';
import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { readEnv, setEnvironment } from '@gangway/config/env';
import { limitSockets } from '@gangway/config/socket-terms';
import declaredPlugins from '../../../config/plugins.ts';
import { requireBuiltPlugins } from './boot-guard.ts';
import { collectInCalm } from './collect-in-calm.ts';
import { withBootLock } from './boot-lock.ts';
import { makeFilesFolder } from './files-folder.ts';
import { flushLog, log } from '../log/log.ts';
import { serveMetrics } from '../metrics/serve-metrics.ts';
import { operatorError } from './operator-error.ts';
import { openDoors } from './open-doors.ts';
import { stopGracefully } from './stop.ts';
import type { StopOptions } from './stop.ts';

const distDir = resolve(__dirname, '../../..');
const appDir = resolve(distDir, '..');

/** Boots one cms process and keeps it until it is asked to stop. Throws what keeps it from booting. */
export async function run(): Promise<void> {
  const env = readEnv();
  // Strapi reads these itself; nothing may phone home, however the process was started.
  setEnvironment({ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true', TZ: 'UTC' });
  requireBuiltPlugins({ appDir, declared: declaredPlugins() });
  makeFilesFolder(env.filesDir ?? resolve(appDir, 'public'));
  const strapi = createStrapi({ appDir, distDir });
  const closeMetrics: { call?: () => Promise<void> } = {};
  stopOnSignals(strapi, {
    delayMs: env.stopDelaySeconds * 1000,
    graceMs: env.stopGraceSeconds * 1000,
    last: () => closeMetrics.call?.(),
  });
  await withBootLock(env.databaseUrl, () => strapi.load());
  closeMetrics.call = await serveMetrics(strapi);
  await listen(strapi);
  collectInCalm();
  log.info({ address: env.cms.url, role: env.role }, 'ready');
}

/** Strapi's own handlers would cut every connection at once. */
function stopOnSignals(strapi: Core.Strapi, options: StopOptions): void {
  const stop = once(async (exitCode: number) => {
    await stopGracefully(strapi, options).catch((error) => log.error({ err: error }, 'the stop failed'));
    log.info('stopped');
    leave(exitCode);
  });
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal).on(signal, () => stop(0));
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error) => {
      log.fatal({ err: error }, event);
      stop(1);
    });
  }
}

function leave(exitCode: number): never {
  flushLog();
  process.exit(exitCode);
}

/** Terminals and supervisors send signals more than once; the first one counts. */
function once<Argument>(work: (argument: Argument) => Promise<void>): (argument: Argument) => void {
  const state = { begun: false };
  return (argument) => {
    if (state.begun) return;
    state.begun = true;
    void work(argument);
  };
}

async function listen(strapi: Core.Strapi): Promise<void> {
  const { host, port } = readEnv().cms;
  const { httpServer } = strapi.server;
  limitSockets(httpServer);
  // Strapi's own listener would print a stack and leave.
  httpServer.removeAllListeners('error');
  const open = strapi.server.listen.bind(strapi.server);
  const onTrouble = (error: Error) => log.error({ err: error }, 'a connection was not let in');
  const most = readEnv().connectionsMax;
  await openDoors(httpServer, { host, port, most, open, onTrouble }).catch((error) => {
    throw listenError(error, { host, port });
  });
}

function listenError(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return operatorError('PORT_TAKEN', `Port ${port} on ${host} is taken: stop what uses it, or set CMS_PORT.`);
}
