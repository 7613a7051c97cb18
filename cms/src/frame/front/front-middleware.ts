import type { Context, Middleware } from 'koa';
import { commonErrors } from '@gangway/kit';
import { pathOf } from '../request/request-path.ts';
import { answer, type AnswerOptions, type Asked, reply } from './answer-route.ts';
import type { FrontEntry } from './front.ts';
import type { Reply } from './reply.ts';
import type { RouteTable } from './route-table.ts';

export interface FrontOptions extends AnswerOptions {
  table: RouteTable<FrontEntry>;
  /** Methods that a path takes in the whole API; empty for paths that are not ours. */
  methods: (path: string) => string[];
  /** A worker runs jobs and says how it is; it answers nothing else. */
  healthOnly: boolean;
}

/** Answers hot routes before Strapi's chain, and refuses verbs that a known path does not take. */
export function frontMiddleware(options: FrontOptions): Middleware {
  return async (ctx, next) => {
    const path = pathOf(ctx.req.url);
    const match = options.table.find(lookupMethod(ctx.req.method), path);
    const asked = askedIn(ctx);
    const say = (make: () => Reply | Promise<Reply>) => {
      ctx.respond = false;
      return reply(asked, options, make);
    };
    if (options.healthOnly && match?.entry.route.tag !== 'system') return say(refuseAll);
    if (match) {
      ctx.state.routePath = match.entry.route.path;
      return say(() => answer({ asked, match, options }));
    }
    const allowed = options.methods(path);
    if (allowed.length === 0 || isTaken(ctx.req.method, allowed)) return next();
    return say(() => refuseMethod(ctx, allowed));
  };
}

const askedIn = ({ req: request, res: response, state }: Context): Asked => ({
  exchange: { request, response },
  ...{ requestId: String(state.requestId), ip: String(state.ip ?? '') },
});

const lookupMethod = (method = 'GET') => (method === 'HEAD' ? 'GET' : method);

/** OPTIONS is a browser's question, which `strapi::cors` answers. */
const isTaken = (method: string | undefined, allowed: string[]) =>
  method === 'OPTIONS' || allowed.includes(lookupMethod(method));

function refuseAll(): never {
  throw commonErrors.NOT_FOUND();
}

function refuseMethod(ctx: Context, allowed: string[]): never {
  const verbs = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed;
  ctx.res.setHeader('Allow', [...verbs, 'OPTIONS'].join(', '));
  throw commonErrors.METHOD_NOT_ALLOWED({ allowed: verbs });
}
