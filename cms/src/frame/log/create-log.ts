import { pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { scrub } from './scrub.ts';

export type Log = Logger;

/** A log of one JSON line per entry, whose errors carry words only. */
export function createLog({ level, output }: { level: string; output: DestinationStream }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorForLog },
    },
    output,
  );
}

/** Only what errors say in words, scrubbed: drivers hang rows, bindings and requests on them. */
function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const because = cause === undefined ? undefined : errorForLog(cause);
  return { name, code, message: scrub(message), stack: scrub(stack), cause: because };
}
