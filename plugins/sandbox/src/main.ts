import { inspect } from 'node:util';
import { readEnv } from '@gangway/config/env';
import type { Env } from '@gangway/config/env';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import { services } from './services.ts';

async function main(): Promise<void> {
  const env = readEnv();
  if (!env.sandbox.enabled)
    throw operatorError('SANDBOX_OFF', 'SANDBOX=off: the sandbox does not run. Set SANDBOX=on to start it.');
  const log = pino({ level: env.logLevel, base: { process: 'sandbox' } });
  const { url, host, port, folder } = env.sandbox;
  const { internalToken } = env;
  const settings = { url, cmsUrl: env.cms.url, internalToken, services: services(env), folder, log };
  const sandbox = await createSandbox(settings);
  sandbox.server.once('error', (error) => {
    leave(listenError(error, port));
    // What services opened would keep the process.
    void sandbox.close();
  });
  sandbox.server.listen(port, host, () => log.info({ port }, 'the sandbox is open'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(sandbox, log, env));
}

/** Answers what was asked before; whoever takes longer than the grace is cut off. */
function stop({ server, close }: Sandbox, log: Logger, { stopGraceSeconds }: Env): void {
  const limit = setTimeout(() => server.closeAllConnections(), stopGraceSeconds * 1000);
  server.close(async () => {
    clearTimeout(limit);
    await close();
    log.info('the sandbox is closed');
  });
  server.closeIdleConnections();
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return operatorError(
      'PORT_TAKEN',
      `Port ${port} for the sandbox is taken: stop what listens there, or set SANDBOX_PORT to another one.`,
    );
  return operatorError(
    'LISTEN_FAILED',
    `The sandbox cannot listen on port ${port} (${error.code}): set HOST or SANDBOX_PORT to what it may use.`,
  );
}

function operatorError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code, operator: true } as const);
}

function leave(error: unknown): void {
  const known = error instanceof Error && 'operator' in error;
  process.stderr.write(`${known ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}

await main().catch(leave);
