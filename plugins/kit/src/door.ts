import type { Locale } from './locale.ts';
import type { Person } from './person.ts';
import type { AnyRoute } from './route.ts';
import type { z } from 'zod';

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A request after the route's contract has read it. */
export type DoorRequest<R extends AnyRoute> = {
  params: Read<R['params']>;
  query: Read<R['query']>;
  body: Read<R['body']>;
  locale: Locale;
  /** Business time. */
  now: Date;
  person: Person;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The caller's address, a trusted proxy's word included. */
  ip: string;
  requestId: string;
  /** The header `Idempotency-Key`, when it was sent. */
  idempotencyKey: string | undefined;
  /** The body as it came, only for doors with `rawBody`. */
  raw: Uint8Array | undefined;
};

/** Bytes that are answered as they are. */
export type DoorBytes = {
  status: number;
  contentType: string;
  bytes: Uint8Array;
  headers?: Record<string, string>;
};

export const doorBytes = (reply: DoorBytes): DoorBytes & { ready: true } => ({ ...reply, ready: true });

/**
 * A route with what answers it: plugins list theirs and the app mounts them, so that a plugin needs to know nothing
 * of the app's request frame. The answer is the value that `response` describes (status `status`, 200 by default),
 * or `doorBytes(…)`. Thrown kit errors become answers.
 */
export type Door<R extends AnyRoute = AnyRoute> = {
  route: R;
  status?: number;
  /** The body is handed over as it came, in `raw`, up to 1 MB of any type; the contract's `body` is not read. */
  rawBody?: boolean;
  /** How often: `name` is one of the app's limits, `key` whom it counts (the address when undefined). */
  limit?: { name: string; key(request: DoorRequest<R>): string | undefined };
  answer(request: DoorRequest<R>): Promise<z.input<R['response']> | (DoorBytes & { ready: true })>;
};

export function door<R extends AnyRoute>(given: Door<R>): Door {
  return given as unknown as Door;
}
