import { Writable } from 'node:stream';
import { destination } from 'pino';
import { readEnv } from '@gangway/config/env';
import { createLog } from './create-log.ts';
import { scrub } from './scrub.ts';

/** Lines go out together, at most a tenth of a second late, and all of them when the process ends. */
const output = destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: 100 });

/** The log of this process, on standard output. */
export const log = createLog({ level: readEnv().logLevel, output });

/** Writes what is still buffered; the last thing a process does. */
export function flushLog(): void {
  // Throws when nothing was ever written: the file is opened by the first line.
  try {
    output.flushSync();
  } catch {
    return;
  }
}

export interface StrapiLine {
  level: string;
  message?: unknown;
  stack?: string;
}

/** What Strapi finds worth telling about its own work is detail to our operator. */
const levels: Record<string, 'error' | 'warn' | 'info' | 'debug' | 'trace'> = {
  error: 'error',
  warn: 'warn',
  info: 'debug',
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
      log[levels[line.level] ?? 'debug']({ from: 'strapi' }, strapiText(line));
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
