import { randomUUID } from 'node:crypto';

const sane = /^[\w.-]{8,64}$/;

/** The id that a request carries through logs and answers: the caller's own when it is a plain word, else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}
