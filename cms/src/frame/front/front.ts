import type { IncomingHttpHeaders } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { AnyRoute, Locale } from '@gangway/kit';
import { perStrapi } from '../per-strapi.ts';
import type { Person } from '../people/person.ts';
import { type KnownReplies, knownReplies } from './known-replies.ts';
import type { Reply } from './reply.ts';
import type { Input } from '../request/request-input.ts';
import { createRouteTable } from './route-table.ts';
import type { RouteTable } from './route-table.ts';

export { jsonReply, writtenReply } from './reply.ts';
export type { Reply } from './reply.ts';

/** What a handler gets: the request after the route's contract has read it, and the business time. */
export interface RouteRequest<R extends AnyRoute> extends Input<R> {
  locale: Locale;
  now: Date;
  person: Person;
  headers: IncomingHttpHeaders;
  /** The caller's address, a trusted proxy's word included; empty when nobody knows it any more. */
  ip: string;
  requestId: string;
  /** The body as it came, for routes that are served with `rawBody`. */
  raw: Uint8Array | undefined;
}

export interface ServeOptions {
  /** The body is handed over as it came, whatever its type: `raw` instead of `body`. */
  rawBody?: boolean;
  /**
   * The answer follows from address and language alone: nobody is looked up, and a reply that `holds` is given again
   * without asking the handler. For public reads.
   */
  sameForAll?: boolean;
}

export type FrontHandler<R extends AnyRoute> = (request: RouteRequest<R>) => Reply | Promise<Reply>;

export interface FrontEntry {
  route: AnyRoute;
  handler: FrontHandler<AnyRoute>;
  rawBody: boolean;
  sameForAll: boolean;
}

/** Hot routes, answered before Strapi's chain. A room serves its own in `bootstrap`: `front(strapi).serve(route, handler)`. */
export interface Front {
  serve<R extends AnyRoute>(route: R, handler: FrontHandler<R>, options?: ServeOptions): void;
  readonly table: RouteTable<FrontEntry>;
  readonly known: KnownReplies;
}

/** The front of this Strapi. */
export const front: (strapi: Core.Strapi) => Front = perStrapi(() => createFront());

export function createFront(): Front {
  const table = createRouteTable<FrontEntry>();
  return {
    table,
    known: knownReplies(),
    serve(route, handler, { rawBody = false, sameForAll = false } = {}) {
      if (sameForAll && !isPublicRead(route)) throw new TypeError(`${route.id} is no public read.`);
      const entry = { route, handler: handler as unknown as FrontHandler<AnyRoute>, rawBody, sameForAll };
      table.add({ method: route.method, path: route.path, entry });
    },
  };
}

const isPublicRead = ({ method, access }: AnyRoute) => method === 'GET' && access === 'public';
