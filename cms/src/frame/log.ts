import { Writable } from 'node:stream';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from 'pino';
import { readEnv } from '@gangway/config/env';
import { scrub } from './scrub.ts';

export type Log = Logger;

const output = destination({ fd: 1, sync: false });

/** The log of this process: one JSON line per entry on standard output. */
export const log: Log = pino(
  {
    level: readEnv().logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: errorForLog },
  },
  output,
);

/** Writes what is still buffered; the last thing a process does. */
export function flushLog(): void {
  // Throws when nothing was ever written: the file is opened by the first line.
  try {
    output.flushSync();
  } catch {
    return;
  }
}

/** Only what errors say in words: drivers hang rows, bindings and requests on them. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const because = cause === undefined ? undefined : errorForLog(cause);
  return { name, code, message: scrub(message), stack: scrub(stack), cause: because };
}

export interface StrapiLine {
  level: string;
  message?: unknown;
  stack?: string;
}

const levels: Record<string, 'error' | 'warn' | 'info' | 'debug' | 'trace'> = {
  error: 'error',
  warn: 'warn',
  info: 'info',
  http: 'debug',
  verbose: 'debug',
  debug: 'debug',
  silly: 'trace',
};

/** Where Strapi's winston writes: into the same log, scrubbed. For `server.logger.config`. */
export function strapiLogConfig() {
  const transport = new Writable({
    objectMode: true,
    write(line: StrapiLine, _encoding, done) {
      log[levels[line.level] ?? 'info']({ from: 'strapi' }, strapiText(line));
      done();
    },
  });
  // winston tells old transports from new ones by the number of parameters of `log`.
  Object.assign(transport, { log: () => undefined });
  return { level: 'debug', format: { transform: (line: StrapiLine) => line }, transports: [transport] };
}

function strapiText({ message, stack }: StrapiLine): string {
  return scrub(stack ?? (typeof message === 'string' ? message : JSON.stringify(message)) ?? '');
}
